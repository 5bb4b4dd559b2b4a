using Azure;
using KsefFunctions.Errors;
using KsefFunctions.Watch;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KsefFunctions.Health;

/// <summary>What a regular look found last, and whether it looked at all.</summary>
internal sealed class WatchCheck(string name, TimeSpan overdueAfter, WatchReports reports, TimeProvider time) : IHealthCheck
{
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        WatchReport? report;
        try
        {
            report = await reports.ReadAsync(name, cancellationToken);
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException or IOException)
        {
            // The storage has a check of its own, which says so.
            return HealthCheckResult.Unhealthy(data: new Dictionary<string, object> { [TechnicalErrors.StorageAway.Code] = 1 });
        }

        // A new app has not looked yet.
        if (time.GetUtcNow() - (report?.At ?? _startedAt) > overdueAfter)
        {
            return Problem.Degraded(WatchErrors.Overdue);
        }

        // Nothing stands still because of a warning: it is told, and the part is well.
        var findings = report?.Findings ?? [];
        var status = findings.All(finding => finding.Warning) ? HealthStatus.Healthy : HealthStatus.Degraded;
        return Problem.Of(status, findings.CountBy(finding => finding.Code).ToDictionary());
    }
}
