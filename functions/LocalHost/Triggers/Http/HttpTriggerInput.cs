using System.Reflection;
using LocalHost.Functions;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;

namespace LocalHost.Triggers.Http;

/// <summary>A request on its way into a function: route values and query by name, the body where it is asked for.</summary>
internal sealed class HttpTriggerInput(HttpContext http, object? body) : TriggerInput
{
    public override IReadOnlyDictionary<string, object?> BindingData { get; } = Named(http.Request);

    public override ValueTask<object?> BindTriggerAsync(ParameterInfo parameter, CancellationToken cancellationToken) =>
        parameter.ParameterType == typeof(HttpRequest)
            ? ValueTask.FromResult<object?>(http.Request)
            : throw new NotSupportedException($"'{parameter.ParameterType.Name}' is no parameter of an HTTP trigger here; take HttpRequest. ({http.Request.GetEncodedPathAndQuery()})");

    public override bool TryBindCompanion(ParameterInfo parameter, out object? value)
    {
        value = body;
        return parameter.IsDefined(typeof(FromBodyAttribute));
    }

    public override void Prepare(LocalFunctionContext context) => context.SetHttpContext(http);

    private static Dictionary<string, object?> Named(HttpRequest request)
    {
        var named = request.Query.ToDictionary(pair => pair.Key, pair => (object?)pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        foreach ((string key, object? value) in request.RouteValues)
        {
            named[key] = value;
        }

        return named;
    }
}
