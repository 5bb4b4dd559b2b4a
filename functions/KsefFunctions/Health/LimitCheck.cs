using Azure;
using KsefFunctions.Errors;
using KsefFunctions.Watch;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KsefFunctions.Health;

/// <summary>How many limits of KSeF are nearly used up, of all companies and groups of calls: work may wait soon, and nothing is wrong with the app.</summary>
internal sealed class LimitCheck(LimitFindings limits) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var report = await limits.LookAsync(cancellationToken);
            return Problem.Of(HealthStatus.Healthy, report.Findings.CountBy(finding => finding.Code).ToDictionary());
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException or IOException)
        {
            // The storage has a check of its own, which says so.
            return HealthCheckResult.Unhealthy(data: new Dictionary<string, object> { [TechnicalErrors.StorageAway.Code] = 1 });
        }
    }
}
