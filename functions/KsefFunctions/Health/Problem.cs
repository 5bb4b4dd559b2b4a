using KsefFunctions.Errors;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KsefFunctions.Health;

/// <summary>Says what is wrong by numbers of the catalogue only: the endpoint is open to everybody.</summary>
internal static class Problem
{
    public static HealthCheckResult Degraded(ErrorDefinition definition) => HealthCheckResult.Degraded(data: One(definition));

    public static HealthCheckResult Unhealthy(ErrorDefinition definition) => HealthCheckResult.Unhealthy(data: One(definition));

    public static HealthCheckResult Of(HealthStatus status, IReadOnlyDictionary<string, int> counts) =>
        new(status, data: counts.ToDictionary(count => count.Key, count => (object)count.Value));

    private static Dictionary<string, object> One(ErrorDefinition definition) => new() { [definition.Code] = 1 };
}
