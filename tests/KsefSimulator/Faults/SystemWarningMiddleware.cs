namespace KsefSimulator.Faults;

/// <summary>Adds <c>X-System-Warning</c> when the request asks for one (<c>X-Test-System-Warning</c>, as on TEST) or the fault is on.</summary>
/// <param name="next">The rest of the pipeline.</param>
/// <param name="faults">What is on.</param>
/// <param name="basePath">Where the API begins: outside it the fault does not show.</param>
internal sealed class SystemWarningMiddleware(RequestDelegate next, FaultSwitchboard faults, string basePath)
{
    private const string RequestHeader = "X-Test-System-Warning";
    private const string ResponseHeader = "X-System-Warning";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.TryGetValue(RequestHeader, out var asked))
        {
            context.Response.Headers[ResponseHeader] = asked.ToString();
        }
        else if (context.Request.Path.StartsWithSegments(basePath) && faults.Strikes(context, FaultNames.SystemWarning, string.Empty))
        {
            context.Response.Headers[ResponseHeader] = "xml-002";
        }

        return next(context);
    }
}
