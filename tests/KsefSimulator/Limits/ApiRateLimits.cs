namespace KsefSimulator.Limits;

/// <summary>GET /rate-limits: the groups of API 2.6; the last four from 2.8 on.</summary>
internal sealed record ApiRateLimits
{
    public required RateLimitValues OnlineSession { get; init; }

    public required RateLimitValues BatchSession { get; init; }

    public required RateLimitValues InvoiceSend { get; init; }

    public required RateLimitValues InvoiceStatus { get; init; }

    public required RateLimitValues SessionList { get; init; }

    public required RateLimitValues SessionInvoiceList { get; init; }

    public required RateLimitValues SessionMisc { get; init; }

    public required RateLimitValues InvoiceMetadata { get; init; }

    public required RateLimitValues InvoiceExport { get; init; }

    public required RateLimitValues InvoiceExportStatus { get; init; }

    public required RateLimitValues InvoiceDownload { get; init; }

    public required RateLimitValues Other { get; init; }

    public RateLimitValues? OnlineSessionClose { get; init; }

    public RateLimitValues? BatchSessionClose { get; init; }

    /// <summary>The published limits (open-api.json 2.6, x-rate-limits; 2.8 by its changelog).</summary>
    public static ApiRateLimits Published(SpecLevel level) => new()
    {
        OnlineSession = new(10, 30, 120),
        BatchSession = new(10, 20, 60),
        InvoiceSend = new(10, 30, 180),
        InvoiceStatus = new(30, 120, 1200),
        SessionList = new(5, 10, 60),
        SessionInvoiceList = new(10, 20, 200),
        SessionMisc = new(10, 120, 1200),
        InvoiceMetadata = new(8, 16, 20),
        InvoiceExport = new(8, 16, 20),
        InvoiceExportStatus = new(10, 60, 600),
        InvoiceDownload = new(8, 16, 64),
        Other = new(10, 30, 120),
        OnlineSessionClose = level == SpecLevel.V28 ? new(20, 60, 240) : null,
        BatchSessionClose = level == SpecLevel.V28 ? new(20, 40, 120) : null,
    };
}
