using Ksef.Client;
using KsefFunctions.Errors;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KsefFunctions.Health;

/// <summary>Whether KSeF answers. When it does not, files wait and nothing is lost: degraded, not unhealthy.</summary>
internal sealed class KsefCheck(KsefContexts contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await contexts.PublicKeys.RefreshAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (KsefException)
        {
            // The client has logged what came instead of an answer.
            return Problem.Degraded(KsefErrors.Unavailable);
        }
    }
}
