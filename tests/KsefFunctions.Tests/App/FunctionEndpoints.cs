using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace KsefFunctions.Tests.App;

/// <summary>Serves the app's HTTP functions under their routes, without keys: those are the host's, and its own tests hold it to them.</summary>
internal static class FunctionEndpoints
{
    public static void MapApp(this IEndpointRouteBuilder routes)
    {
        foreach (var method in AppFunctions.All)
        {
            if (AppFunctions.TriggerOf<HttpTriggerAttribute>(method)?.GetCustomAttribute<HttpTriggerAttribute>() is { } trigger)
            {
                routes.MapMethods($"/api/{trigger.Route}", trigger.Methods!.Select(name => name.ToUpperInvariant()), (RequestDelegate)(http => AnswerAsync(http, method)));
            }
        }
    }

    private static async Task AnswerAsync(HttpContext http, MethodInfo method)
    {
        var instance = method.IsStatic ? null : ActivatorUtilities.GetServiceOrCreateInstance(http.RequestServices, method.DeclaringType!);
        var answer = (IResult)(await AppFunctions.InvokeAsync(method, instance, [.. method.GetParameters().Select(parameter => Argument(parameter, http))]))!;
        await answer.ExecuteAsync(http);
    }

    private static object? Argument(ParameterInfo parameter, HttpContext http) => parameter.ParameterType switch
    {
        { } type when type == typeof(HttpRequest) => http.Request,
        { } type when type == typeof(CancellationToken) => http.RequestAborted,
        { } type when type == typeof(DurableTaskClient) => http.RequestServices.GetRequiredService<DurableTaskClient>(),
        _ => Convert.ChangeType(http.Request.RouteValues[parameter.Name!], parameter.ParameterType, CultureInfo.InvariantCulture),
    };
}
