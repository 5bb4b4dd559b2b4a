using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KsefFunctions.Health;

/// <summary><c>GET health</c>, open to everybody: 200 while files can be taken in, 503 when they cannot.</summary>
public sealed class ShowHealth(CurrentHealth health)
{
    [Function("Health")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request, CancellationToken cancellationToken)
    {
        var report = await health.GetAsync(cancellationToken);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return HttpResults.Json(
            HealthView.Of(report),
            HealthJson.Default.HealthView,
            statusCode: report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }
}
