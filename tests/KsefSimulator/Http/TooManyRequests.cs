using System.Globalization;

namespace KsefSimulator.Http;

/// <summary>429 with <c>Retry-After</c> in whole seconds, in the error format the client asked for.</summary>
internal static class TooManyRequests
{
    public static Task WriteAsync(HttpContext context, TimeSpan retryAfter, string detail, DateTimeOffset now)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = ((int)Math.Ceiling(retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return RefusalWriter.WantsProblemDetails(context.Request)
            ? RefusalWriter.WriteProblemAsync(
                context, new ProblemDetails("Too Many Requests", 429, context.Request.Path, detail, now, RefusalWriter.TraceId(context)))
            : context.Response.WriteAsJsonAsync(
                new TooManyRequestsResponse(new TooManyRequestsStatus(429, "Too Many Requests", [detail])),
                HttpJson.Types.TooManyRequestsResponse,
                cancellationToken: context.RequestAborted);
    }
}
