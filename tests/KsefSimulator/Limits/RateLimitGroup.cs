namespace KsefSimulator.Limits;

/// <summary>The groups in which requests are counted, named as in GET /rate-limits.</summary>
internal enum RateLimitGroup
{
    OnlineSession,
    OnlineSessionClose,
    BatchSession,
    BatchSessionClose,
    InvoiceSend,
    InvoiceStatus,
    SessionList,
    SessionInvoiceList,
    SessionMisc,
    InvoiceMetadata,
    InvoiceExport,
    InvoiceExportStatus,
    InvoiceDownload,
    CollectiveIdentifier,
    Other,

    /// <summary>Endpoints without a context: counted per address.</summary>
    Anonymous,
}

internal sealed record RateLimitMembership(RateLimitGroup Group);

internal static class RateLimitExtensions
{
    public static RouteHandlerBuilder RateLimited(this RouteHandlerBuilder endpoint, RateLimitGroup group) =>
        endpoint.WithMetadata(new RateLimitMembership(group));
}
