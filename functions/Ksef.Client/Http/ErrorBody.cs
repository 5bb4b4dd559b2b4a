namespace Ksef.Client;

/// <summary>
/// Body of a refusal in either format: problem details (BadRequestProblemDetails, ForbiddenProblemDetails and others) or the legacy
/// ExceptionResponse. Source: KSeF API 2.6.
/// </summary>
internal sealed record ErrorBody
{
    public string? ReasonCode { get; init; }

    public string? TraceId { get; init; }

    public IReadOnlyList<Entry>? Errors { get; init; }

    public LegacyException? Exception { get; init; }

    internal sealed record Entry
    {
        public int Code { get; init; }

        public string? Description { get; init; }

        public IReadOnlyList<string>? Details { get; init; }
    }

    internal sealed record LegacyException
    {
        public string? ServiceCode { get; init; }

        public IReadOnlyList<LegacyEntry>? ExceptionDetailList { get; init; }
    }

    internal sealed record LegacyEntry
    {
        public int ExceptionCode { get; init; }

        public string? ExceptionDescription { get; init; }

        public IReadOnlyList<string>? Details { get; init; }
    }
}
