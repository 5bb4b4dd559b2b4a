using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;

namespace LocalHost.Triggers.Http;

/// <summary>Writes what a function returned, as ASP.NET integration does.</summary>
internal static class HttpTriggerResult
{
    public static Task WriteAsync(HttpContext context, object? result) => result switch
    {
        null => Task.CompletedTask,
        IResult value => value.ExecuteAsync(context),
        IActionResult value => value.ExecuteResultAsync(new ActionContext(context, new RouteData(context.Request.RouteValues), new ActionDescriptor())),
        _ => context.Response.WriteAsJsonAsync(result, result.GetType()),
    };
}
