using Azure;
using KsefFunctions.Errors;
using KsefFunctions.Index;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KsefFunctions.Health;

/// <summary>Whether the index of invoices can be asked: without it invoices go on, but nobody finds them, and data that is exported again is not recognised.</summary>
internal sealed partial class IndexCheck(InvoiceSearch search, ILogger<IndexCheck> logger) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await search.CompaniesAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException or IOException)
        {
            LogAway(failure);
            return Problem.Degraded(TechnicalErrors.IndexAway);
        }
    }

    [LoggerMessage(7006, LogLevel.Error, "The index of invoices cannot be reached")]
    private partial void LogAway(Exception failure);
}
