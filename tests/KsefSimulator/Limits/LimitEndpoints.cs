using KsefSimulator.Access;
using KsefSimulator.Http;

namespace KsefSimulator.Limits;

/// <summary>GET /limits/context, /limits/subject and /rate-limits.</summary>
internal static class LimitEndpoints
{
    public static void MapLimits(this IEndpointRouteBuilder api)
    {
        api.MapGet("/limits/context", (HttpContext context, ContextLimitBook book) => Answer.Json(book.Of(context.Caller().Context), LimitJson.Types.ContextLimits))
            .WithName("LimitsContext").RequireAccess().RateLimited(RateLimitGroup.Other);
        api.MapGet("/limits/subject", OfSubject).WithName("LimitsSubject").RequireAccess().RateLimited(RateLimitGroup.Other);
        api.MapGet("/rate-limits", (HttpContext context, RateLimitBook book) => Answer.Json(book.Shown(context.Caller().Context), LimitJson.Types.ApiRateLimits))
            .WithName("RateLimits").RequireAccess().RateLimited(RateLimitGroup.Other);
    }

    private static IResult OfSubject(HttpContext context, SubjectLimitBook book)
    {
        var limits = book.Of(context.Caller().Subject);
        return Answer.Json(
            new SubjectLimitsResponse(new EnrollmentLimits(limits.MaxEnrollments), new CertificateLimits(limits.MaxCertificates)), LimitJson.Types.SubjectLimitsResponse);
    }
}

internal sealed record SubjectLimitsResponse(EnrollmentLimits Enrollment, CertificateLimits Certificate);

internal sealed record EnrollmentLimits(int MaxEnrollments);

internal sealed record CertificateLimits(int MaxCertificates);
