using KsefSimulator.Faults;
using KsefSimulator.Hosting;

namespace KsefSimulator.Http;

/// <summary>Adds <c>X-System-Warning</c> when the request asks for one (<c>X-Test-System-Warning</c>, as on TEST) or the fault is on.</summary>
internal sealed class SystemWarningMiddleware(RequestDelegate next, FaultSwitchboard faults)
{
    private const string RequestHeader = "X-Test-System-Warning";
    private const string ResponseHeader = "X-System-Warning";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.TryGetValue(RequestHeader, out var asked))
        {
            context.Response.Headers[ResponseHeader] = asked.ToString();
        }
        else if (context.Request.Path.StartsWithSegments(SimulatorEndpoints.BasePath) && faults.Strikes(context, FaultNames.SystemWarning, string.Empty))
        {
            context.Response.Headers[ResponseHeader] = "xml-002";
        }

        return next(context);
    }
}
