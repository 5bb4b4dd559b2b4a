using System.Text.Json.Serialization;
using KsefFunctions.Telemetry;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KsefFunctions.Health;

/// <summary>How the app is, for anybody who asks: names of its parts and numbers of the catalogue, nothing of what it works on.</summary>
/// <param name="Status"><c>Healthy</c>; <c>Degraded</c>: something needs a person or waits for KSeF; <c>Unhealthy</c>: nothing can be done now.</param>
/// <param name="Checks">One for each part.</param>
public sealed record HealthView(string Status, IReadOnlyList<HealthCheckView> Checks)
{
    public static HealthView Of(HealthReport report) =>
        new(report.Status.ToString(), [.. report.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(HealthCheckView.Of)]);
}

/// <summary>How one part is.</summary>
/// <param name="Name">Such as <c>storage</c>.</param>
/// <param name="Status">As of the whole.</param>
/// <param name="Problems">What is wrong or will be, by number of the catalogue, which <c>docs/runbook.md</c> explains, and how often. A healthy part may have warnings.</param>
public sealed record HealthCheckView(string Name, string Status, IReadOnlyDictionary<string, int> Problems)
{
    public static HealthCheckView Of(KeyValuePair<string, HealthReportEntry> entry) =>
        new(entry.Key, entry.Value.Status.ToString(), entry.Value.Data.ToDictionary(item => item.Key, item => (int)item.Value));
}

/// <summary>JSON of the health endpoint.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthView))]
internal sealed partial class HealthJson : JsonSerializerContext;
