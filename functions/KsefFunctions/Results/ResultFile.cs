using System.Text.Json.Serialization;
using KsefFunctions.Errors;
using KsefFunctions.Ledger;

namespace KsefFunctions.Results;

/// <summary>What the ERP reads in <c>outbox/{path}.result.json</c>. A contract: members are only ever added.</summary>
public sealed record ResultFile
{
    /// <summary>Version of this format.</summary>
    public string Schema { get; init; } = "1.0";

    public required string Name { get; init; }

    public required string Sha256 { get; init; }

    public required string Nip { get; init; }

    public required FileOutcome Outcome { get; init; }

    /// <summary>True when the file was checked only, on purpose.</summary>
    public bool DryRun { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateTimeOffset? FinishedAt { get; init; }

    public int Attempt { get; init; }

    public ApprovalRecord? Approval { get; init; }

    public required IReadOnlyList<ResultError> Errors { get; init; }

    public required IReadOnlyList<ResultInvoice> Invoices { get; init; }

    /// <summary>Names of the UPO documents in the outbox.</summary>
    public required IReadOnlyList<string> Upos { get; init; }
}

/// <summary>One invoice in the result file.</summary>
public sealed record ResultInvoice
{
    public required string Name { get; init; }

    /// <summary>Invoice number given by the seller (P_2).</summary>
    public string? Number { get; init; }

    public string? KsefNumber { get; init; }

    /// <summary>When KSeF gave the number.</summary>
    public DateTimeOffset? AcquisitionDate { get; init; }

    public required InvoiceOutcome Outcome { get; init; }

    /// <summary>SHA-256 of the invoice, Base64; the QR code on the printed invoice is made from it.</summary>
    public required string InvoiceHash { get; init; }

    public string? SessionReferenceNumber { get; init; }

    public required IReadOnlyList<ResultError> Errors { get; init; }
}

/// <summary>An error in the result file, with what to do about it.</summary>
public sealed record ResultError
{
    public required string Code { get; init; }

    /// <summary><c>error</c> or <c>warning</c>.</summary>
    public required string Severity { get; init; }

    public required string Message { get; init; }

    public required string MessagePl { get; init; }

    public string? WhatToDo { get; init; }

    public string? WhatToDoPl { get; init; }

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
            Severity = error.Warning ? "warning" : "error",
            Message = error.Message,
            MessagePl = error.MessagePl,
            WhatToDo = definition?.WhatToDo,
            WhatToDoPl = definition?.WhatToDoPl,
            Path = error.Path,
            Line = error.Line,
            Column = error.Column,
            KsefCode = error.KsefCode,
        };
    }
}

/// <summary>JSON of the result files.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(ResultFile))]
internal sealed partial class ResultJson : JsonSerializerContext;
