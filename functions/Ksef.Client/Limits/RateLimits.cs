namespace Ksef.Client;

/// <summary>Rate limits by group of calls, as KSeF enforces them now. Source: KSeF API 2.6, GET /rate-limits.</summary>
/// <param name="Groups">By KSeF's name of the group; groups that are not known here are kept.</param>
public sealed record RateLimits(IReadOnlyDictionary<string, RateLimit> Groups)
{
    /// <summary>The limits that hold until KSeF names a context's own. Source: KSeF API 2.6, x-rate-limits.</summary>
    public static RateLimits Published => RateLimitGroups.Published;

    /// <summary>Opening online sessions; closing too, unless there is a group of its own for it.</summary>
    public RateLimit? OnlineSession => Groups.GetValueOrDefault("onlineSession");

    /// <summary>Closing online sessions: a group of its own from API 2.8.</summary>
    public RateLimit? OnlineSessionClose => Groups.GetValueOrDefault("onlineSessionClose") ?? OnlineSession;

    /// <summary>Opening batch sessions; closing too, unless there is a group of its own for it.</summary>
    public RateLimit? BatchSession => Groups.GetValueOrDefault("batchSession");

    /// <summary>Closing batch sessions: a group of its own from API 2.8.</summary>
    public RateLimit? BatchSessionClose => Groups.GetValueOrDefault("batchSessionClose") ?? BatchSession;

    /// <summary>Sending invoices in online sessions.</summary>
    public RateLimit? InvoiceSend => Groups.GetValueOrDefault("invoiceSend");

    /// <summary>Status of a single invoice.</summary>
    public RateLimit? InvoiceStatus => Groups.GetValueOrDefault("invoiceStatus");

    /// <summary>List of sessions.</summary>
    public RateLimit? SessionList => Groups.GetValueOrDefault("sessionList");

    /// <summary>List of a session's invoices.</summary>
    public RateLimit? SessionInvoiceList => Groups.GetValueOrDefault("sessionInvoiceList");

    /// <summary>Status of a session, and UPOs.</summary>
    public RateLimit? SessionMisc => Groups.GetValueOrDefault("sessionMisc");

    /// <summary>Queries for metadata.</summary>
    public RateLimit? InvoiceMetadata => Groups.GetValueOrDefault("invoiceMetadata");

    /// <summary>Downloads by KSeF number.</summary>
    public RateLimit? InvoiceDownload => Groups.GetValueOrDefault("invoiceDownload");

    /// <summary>The group in which a call counts: closing counts with opening where it has no limits of its own, and what no group names is <c>other</c>.</summary>
    /// <param name="operation">Method and path template, for example one of <see cref="SessionOperation"/>.</param>
    public string GroupOf(string operation) => RateLimitGroups.Of(operation, this);
}
