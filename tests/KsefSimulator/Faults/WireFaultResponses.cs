using KsefSimulator.Http;
using KsefSimulator.Settings;

namespace KsefSimulator.Faults;

/// <summary>What clients get from faults on the wire.</summary>
internal static class WireFaultResponses
{
    private const int LongestWait = 3600;

    public static Task InternalErrorAsync(HttpContext context, SimulatorOptions options)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync("""{"title":"Internal Server Error","status":500}""", context.RequestAborted);
    }

    public static Task AbortAsync(HttpContext context, SimulatorOptions options)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    public static async Task HangAsync(HttpContext context, SimulatorOptions options)
    {
        // Real time, not the simulator's clock: the client's own timeout is what is being tried.
        await Task.Delay(options.HangTime, context.RequestAborted);
        context.Abort();
    }

    public static Task BadGatewayAsync(HttpContext context, SimulatorOptions options) => HtmlAsync(context, StatusCodes.Status502BadGateway, "502 Bad Gateway");

    public static Task ServiceUnavailableAsync(HttpContext context, SimulatorOptions options) => HtmlAsync(context, StatusCodes.Status503ServiceUnavailable, "503 Service Unavailable");

    public static Task GatewayTimeoutAsync(HttpContext context, SimulatorOptions options) => HtmlAsync(context, StatusCodes.Status504GatewayTimeout, "504 Gateway Time-out");

    public static Task RedirectToItselfAsync(HttpContext context, SimulatorOptions options)
    {
        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = $"{context.Request.Path}{context.Request.QueryString}";
        return Task.CompletedTask;
    }

    public static Task TooManyRequestsAsync(HttpContext context, SimulatorOptions options) => TooManyRequestsAsync(context, TimeSpan.FromSeconds(1));

    public static Task GrowingTooManyRequestsAsync(HttpContext context, SimulatorOptions options)
    {
        var rule = context.RequestServices.GetRequiredService<FaultSwitchboard>().Find(context, FaultNames.GrowingRateLimit);
        var before = Math.Max(1, rule?.StrikesOf(WireFaultMiddleware.SubjectOf(context)) ?? 1) - 1;
        return TooManyRequestsAsync(context, TimeSpan.FromSeconds(Math.Min(LongestWait, Math.Pow(2, before))));
    }

    public static Task TooManyRequestsAsync(HttpContext context, TimeSpan retryAfter) => TooManyRequests.WriteAsync(
        context,
        retryAfter,
        $"Przekroczono limit żądań. Spróbuj ponownie po {retryAfter.TotalSeconds:0} sekundach.",
        context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());

    private static Task HtmlAsync(HttpContext context, int status, string title)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync(
            $"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>Request unsuccessful. Incapsula incident ID: 0-0</p></body></html>", context.RequestAborted);
    }
}
