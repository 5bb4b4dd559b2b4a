using System.Globalization;
using Microsoft.DurableTask.Client;

namespace LocalHost.Durable;

/// <summary>The summary of an ended execution as blob metadata.</summary>
internal static class SummaryMetadata
{
    private const string Name = "name";
    private const string Status = "status";
    private const string CreatedAt = "createdat";
    private const string UpdatedAt = "updatedat";

    public static IDictionary<string, string> Write(InstanceSummary summary) => new Dictionary<string, string>
    {
        [Name] = Uri.EscapeDataString(summary.Name),
        [Status] = summary.Status.ToString(),
        [CreatedAt] = summary.CreatedAt.ToString("O", CultureInfo.InvariantCulture),
        [UpdatedAt] = summary.LastUpdatedAt.ToString("O", CultureInfo.InvariantCulture),
    };

    /// <returns>Null when the blob is not marked as ended.</returns>
    public static InstanceSummary? Read(IDictionary<string, string>? metadata) =>
        metadata is not null
        && metadata.TryGetValue(Name, out var name)
        && metadata.TryGetValue(Status, out var status)
        && Enum.TryParse<OrchestrationRuntimeStatus>(status, out var parsed)
        && TryRead(metadata, CreatedAt, out var created)
        && TryRead(metadata, UpdatedAt, out var updated)
            ? new InstanceSummary(Uri.UnescapeDataString(name), parsed, created, updated)
            : null;

    private static bool TryRead(IDictionary<string, string> metadata, string key, out DateTimeOffset value)
    {
        value = default;
        return metadata.TryGetValue(key, out var text)
            && DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }
}
