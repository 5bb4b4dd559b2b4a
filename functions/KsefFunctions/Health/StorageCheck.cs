using Azure;
using KsefFunctions.Errors;
using KsefFunctions.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KsefFunctions.Health;

/// <summary>Whether inbox and ledger can be reached: without them nothing is taken in and nothing settled.</summary>
internal sealed partial class StorageCheck(InvoiceStorage storage, ILogger<StorageCheck> logger) : IHealthCheck
{
    // No such blob is made: to hear that it does not exist is enough.
    private const string Probe = "health";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await storage.ExistsAsync(BlobArea.Inbox, Probe, cancellationToken);
            await storage.ExistsAsync(BlobArea.Status, Probe, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException or IOException)
        {
            LogAway(failure);
            return Problem.Unhealthy(TechnicalErrors.StorageAway);
        }
    }

    [LoggerMessage(7001, LogLevel.Error, "The invoice storage cannot be reached")]
    private partial void LogAway(Exception failure);
}
