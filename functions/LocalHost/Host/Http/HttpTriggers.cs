using LocalHost.Host.Functions;
using LocalHost.Host.Protos;
using Microsoft.Azure.WebJobs.Host;

namespace LocalHost.Host.Http;

/// <summary>Puts every HTTP function under its route, behind its key.</summary>
internal sealed class HttpTriggers(ManualFunctions functions, WorkerForwarder forwarder, FunctionKey key)
{
    private const string Anonymous = "anonymous";
    private const string DefaultPrefix = "api";

    /// <param name="routes">Takes the routes.</param>
    /// <param name="declared">The app's functions.</param>
    /// <param name="prefix">What the routes begin with, where <c>host.json</c> says so.</param>
    public void Map(IEndpointRouteBuilder routes, IEnumerable<DeclaredFunction> declared, string? prefix)
    {
        foreach (DeclaredFunction function in declared.Where(function => function.Trigger.Is(TriggerBinding.Http)))
        {
            DeclaredBinding trigger = function.Trigger;
            bool anonymous = Anonymous.Equals(trigger.AuthLevel, StringComparison.OrdinalIgnoreCase);
            RequestDelegate handle = context => HandleAsync(context, function);
            IEndpointConventionBuilder endpoint = routes.Map($"{prefix ?? DefaultPrefix}/{trigger.Route ?? function.Name}", anonymous ? handle : key.Guard(handle));
            if (trigger.Methods is { Count: > 0 } methods)
            {
                endpoint.WithMetadata(new HttpMethodMetadata(methods.Select(method => method.ToUpperInvariant())));
            }
        }
    }

    private async Task HandleAsync(HttpContext context, DeclaredFunction function)
    {
        Dictionary<string, object> data = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues value) in context.Request.Query)
        {
            data[name] = value.ToString();
        }

        foreach ((string name, object? value) in context.Request.RouteValues)
        {
            data[name] = value?.ToString() ?? "";
        }

        var request = new TypedData { Http = new RpcHttp { Method = context.Request.Method } };
        var invocation = new ManualInvocation(request, data, (worker, id) => forwarder.SendAsync(context, worker, id));
        try
        {
            await functions.RunAsync(function, invocation, context.RequestAborted);
        }
        catch (FunctionInvocationException) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }
}
