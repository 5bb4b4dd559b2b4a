using LocalHost.Functions;
using LocalHost.Triggers.Http;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Triggers.Timers;

/// <summary>
/// Runs a timer function at once, as <c>POST /admin/functions/{name}</c> of the Functions host does. That one answers when the
/// function has begun; this one when it has ended.
/// </summary>
internal static class TimerRoutes
{
    public static void MapTimers(this IEndpointRouteBuilder routes) => routes.MapPost("/admin/functions/{name}", (RequestDelegate)RunAsync);

    private static async Task RunAsync(HttpContext context)
    {
        IServiceProvider services = context.RequestServices;
        if (!services.GetRequiredService<FunctionKey>().Opens(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        string name = (string)context.Request.RouteValues["name"]!;
        FunctionDescriptor? function = services.GetRequiredService<FunctionCatalogue>().TriggeredBy<TimerTriggerAttribute>()
            .Select(found => found.Function)
            .FirstOrDefault(found => found.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (function is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await services.GetRequiredService<FunctionInvoker>().InvokeAsync(function, new TimerTriggerInput(new TimerInfo()), context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }
}
