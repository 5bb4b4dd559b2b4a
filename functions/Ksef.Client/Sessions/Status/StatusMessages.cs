namespace Ksef.Client;

/// <summary>GET /sessions/{referenceNumber}/invoices and /failed, answer.</summary>
internal sealed record SessionInvoicesAnswer
{
    public string? ContinuationToken { get; init; }

    public IReadOnlyList<SessionInvoice>? Invoices { get; init; }
}

/// <summary>GET /sessions, answer.</summary>
internal sealed record SessionsAnswer
{
    public string? ContinuationToken { get; init; }

    public IReadOnlyList<SessionSummary>? Sessions { get; init; }
}
