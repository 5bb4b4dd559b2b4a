namespace Ksef.Client;

/// <summary>KSeF's groups of calls: in which one a call counts, and the published limits of each. Source: KSeF API 2.6, x-rate-limits.</summary>
internal static class RateLimitGroups
{
    public const string Other = "other";

    private static readonly Dictionary<string, string> ByOperation = new(StringComparer.Ordinal)
    {
        [SessionOperation.OpenOnline] = "onlineSession",
        [SessionOperation.CloseOnline] = "onlineSessionClose",
        [SessionOperation.Send] = "invoiceSend",
        [SessionOperation.OpenBatch] = "batchSession",
        [SessionOperation.CloseBatch] = "batchSessionClose",
        ["GET sessions"] = "sessionList",
        [SessionOperation.Status] = "sessionMisc",
        ["GET sessions/{referenceNumber}/upo/{upoReferenceNumber}"] = "sessionMisc",
        ["GET sessions/{referenceNumber}/invoices/ksef/{ksefNumber}/upo"] = "sessionMisc",
        ["GET sessions/{referenceNumber}/invoices/{invoiceReferenceNumber}/upo"] = "sessionMisc",
        [SessionOperation.Invoices] = "sessionInvoiceList",
        ["GET sessions/{referenceNumber}/invoices/failed"] = "sessionInvoiceList",
        ["GET sessions/{referenceNumber}/invoices/{invoiceReferenceNumber}"] = "invoiceStatus",
        ["GET invoices/ksef/{ksefNumber}"] = "invoiceDownload",
        ["POST invoices/query/metadata"] = "invoiceMetadata",
    };

    /// <summary>The limits that hold until KSeF names a context's own.</summary>
    public static RateLimits Published { get; } = new(new Dictionary<string, RateLimit>(StringComparer.Ordinal)
    {
        ["onlineSession"] = Limit(10, 30, 120),
        ["batchSession"] = Limit(10, 20, 60),
        ["invoiceSend"] = Limit(10, 30, 180),
        ["invoiceStatus"] = Limit(30, 120, 1200),
        ["sessionList"] = Limit(5, 10, 60),
        ["sessionInvoiceList"] = Limit(10, 20, 200),
        ["sessionMisc"] = Limit(10, 120, 1200),
        ["invoiceMetadata"] = Limit(8, 16, 20),
        ["invoiceDownload"] = Limit(8, 16, 64),
        [Other] = Limit(10, 30, 120),
    });

    /// <summary>The group in which a call counts under the given limits: closing counts with opening where it has no limits of its own.</summary>
    public static string Of(string operation, RateLimits limits)
    {
        var group = ByOperation.GetValueOrDefault(operation, Other);
        return limits.Groups.ContainsKey(group) ? group : group switch
        {
            "onlineSessionClose" => "onlineSession",
            "batchSessionClose" => "batchSession",
            _ => Other,
        };
    }

    private static RateLimit Limit(int second, int minute, int hour) => new() { PerSecond = second, PerMinute = minute, PerHour = hour };
}
