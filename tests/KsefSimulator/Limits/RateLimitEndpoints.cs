using KsefSimulator.Access;
using KsefSimulator.Http;
using KsefSimulator.Json;

namespace KsefSimulator.Limits;

/// <summary>GET /rate-limits.</summary>
internal static class RateLimitEndpoints
{
    public static void MapRateLimits(this IEndpointRouteBuilder api) => api
        .MapGet("/rate-limits", (SimulatorOptions options) => Answer.Json(ApiRateLimits.Published(options.SpecLevel), Wire.Json.ApiRateLimits))
        .WithName("RateLimits").RequireAccess().RateLimited(RateLimitGroup.Other);
}
