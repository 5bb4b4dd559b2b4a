using System.Text.Json;

namespace KsefSimulator.Http;

/// <summary>RFC 9457 problem details as KSeF fills them; the last three members depend on the status.</summary>
internal sealed record ProblemDetails(string Title, int Status, string Instance, string Detail, DateTimeOffset Timestamp, string TraceId)
{
    public IReadOnlyList<ApiError>? Errors { get; init; }

    public string? ReasonCode { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? Security { get; init; }
}

internal sealed record ApiError(int Code, string Description, IReadOnlyList<string>? Details);

/// <summary>The legacy error shape.</summary>
internal sealed record ExceptionResponse(ExceptionInfo Exception);

internal sealed record ExceptionInfo(
    IReadOnlyList<ExceptionDetails> ExceptionDetailList,
    string? ReferenceNumber,
    string ServiceCode,
    string ServiceCtx,
    string ServiceName,
    DateTimeOffset Timestamp);

internal sealed record ExceptionDetails(int ExceptionCode, string ExceptionDescription, IReadOnlyList<string>? Details);

/// <summary>The legacy shape of 429.</summary>
internal sealed record TooManyRequestsResponse(TooManyRequestsStatus Status);

internal sealed record TooManyRequestsStatus(int Code, string Description, IReadOnlyList<string> Details);
