using KsefFunctions.Errors;

namespace KsefFunctions.Results;

/// <summary>An error as the ERP and finance read it, with what to do about it.</summary>
public sealed record ResultError
{
    public required string Code { get; init; }

    /// <summary><c>error</c>, <c>warning</c> or <c>note</c>.</summary>
    public required string Severity { get; init; }

    public required string Message { get; init; }

    public required string MessagePl { get; init; }

    public string? WhatToDo { get; init; }

    public string? WhatToDoPl { get; init; }

    public Party? Responsible { get; init; }

    public Replay? Replay { get; init; }

    public string? Path { get; init; }

    public int? Line { get; init; }

    public int? Column { get; init; }

    public int? KsefCode { get; init; }

    public static ResultError Of(RecordedError error)
    {
        var definition = ErrorCatalogue.Find(error.Code);
        return new ResultError
        {
            Code = error.Code,
            Severity = error.Severity switch
            {
                ErrorSeverity.Note => "note",
                ErrorSeverity.Warning => "warning",
                _ => "error",
            },
            Message = error.Message,
            MessagePl = error.MessagePl,
            WhatToDo = definition?.WhatToDo,
            WhatToDoPl = definition?.WhatToDoPl,
            Responsible = definition?.Responsible,
            Replay = definition?.Replay,
            Path = error.Path,
            Line = error.Line,
            Column = error.Column,
            KsefCode = error.KsefCode,
        };
    }
}
