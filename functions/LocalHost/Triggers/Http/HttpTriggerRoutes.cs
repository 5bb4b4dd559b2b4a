using System.Reflection;
using System.Text.Json;
using LocalHost.Functions;
using LocalHost.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;

namespace LocalHost.Triggers.Http;

/// <summary>Puts every HTTP-triggered function under its route, behind its key.</summary>
internal static class HttpTriggerRoutes
{
    private static readonly string[] AnyMethod = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    public static void MapHttpTriggers(this IEndpointRouteBuilder routes)
    {
        IServiceProvider services = routes.ServiceProvider;
        var invoker = services.GetRequiredService<FunctionInvoker>();
        var key = services.GetRequiredService<FunctionKey>();
        string prefix = services.GetRequiredService<HostJson>().RoutePrefix;
        foreach ((FunctionDescriptor function, HttpTriggerAttribute trigger) in services.GetRequiredService<FunctionCatalogue>().TriggeredBy<HttpTriggerAttribute>())
        {
            routes.MapMethods(
                $"/{prefix}/{trigger.Route ?? function.Name}",
                trigger.Methods is { Length: > 0 } methods ? methods.Select(method => method.ToUpperInvariant()) : AnyMethod,
                (RequestDelegate)(context => HandleAsync(context, function, trigger, invoker, key)));
        }
    }

    private static async Task HandleAsync(
        HttpContext context, FunctionDescriptor function, HttpTriggerAttribute trigger, FunctionInvoker invoker, FunctionKey key)
    {
        if (trigger.AuthLevel != AuthorizationLevel.Anonymous && !key.Opens(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        object? result;
        try
        {
            object? body = await ReadBodyAsync(context, function);
            result = await invoker.InvokeAsync(function, new HttpTriggerInput(context, body), context.RequestAborted);
        }
        catch (ParameterBindingException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await HttpTriggerResult.WriteAsync(context, result);
    }

    private static async ValueTask<object?> ReadBodyAsync(HttpContext context, FunctionDescriptor function)
    {
        ParameterInfo? parameter = function.Parameters.FirstOrDefault(candidate => candidate.IsDefined(typeof(FromBodyAttribute)));
        if (parameter is null)
        {
            return null;
        }

        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, parameter.ParameterType, JsonSerializerOptions.Web, context.RequestAborted);
        }
        catch (JsonException exception)
        {
            throw new ParameterBindingException($"The body is no {parameter.ParameterType.Name}.", exception);
        }
    }
}
