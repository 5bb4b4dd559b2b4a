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

        var problems = (report?.Findings ?? []).Where(finding => !finding.Warning).CountBy(finding => finding.Code).ToDictionary();
        return problems.Count == 0 ? HealthCheckResult.Healthy() : Problem.Degraded(problems);
    }
}
