using KsefSimulator.Access;
using KsefSimulator.Http;
using KsefSimulator.Json;

namespace KsefSimulator.Limits;

/// <summary>GET /limits/context.</summary>
internal static class LimitEndpoints
{
    public static void MapLimits(this IEndpointRouteBuilder api) => api
        .MapGet("/limits/context", (HttpContext context, ContextLimitBook limits) => Answer.Json(limits.Of(context.Caller().Context), Wire.Json.ContextLimits))
        .WithName("LimitsContext").RequireAccess().RateLimited(RateLimitGroup.Other);
}
