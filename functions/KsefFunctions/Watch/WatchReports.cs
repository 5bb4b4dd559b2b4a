using System.Text.Json;
using KsefFunctions.Storage;

namespace KsefFunctions.Watch;

/// <summary>The last report of each regular look, in the container <c>status</c>: dashboard and health read what a timer found, on whichever instance it ran.</summary>
public sealed class WatchReports(InvoiceStorage storage)
{
    public Task SaveAsync(WatchReport report, CancellationToken cancellationToken) => storage.ReplaceAsync(
        BlobArea.Status,
        BlobName(report.Name),
        JsonSerializer.SerializeToUtf8Bytes(report, WatchJson.Default.WatchReport),
        metadata: null,
        cancellationToken);

    /// <summary>The last report under that name; null when that look has never ended.</summary>
    public async Task<WatchReport?> ReadAsync(string name, CancellationToken cancellationToken) =>
        await storage.ReadAsync(BlobArea.Status, BlobName(name), cancellationToken) is { } blob
            ? JsonSerializer.Deserialize(blob.Content.Span, WatchJson.Default.WatchReport)
            : null;

    private static string BlobName(string name) => $"watch/{name}.json";
}
