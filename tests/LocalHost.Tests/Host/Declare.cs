using System.Text.Json;
using LocalHost.Host.Functions;
using LocalHost.Host.Protos;

namespace LocalHost.Tests.Host;

/// <summary>Functions as a worker declares them.</summary>
internal static class Declare
{
    public static DeclaredFunction Function(string name, params IEnumerable<string> bindings)
    {
        var metadata = new RpcFunctionMetadata { Name = name };
        metadata.RawBindings.Add(bindings);
        return DeclaredFunction.Parse(metadata);
    }

    public static DeclaredFunction Timer(string name, string schedule) =>
        Function(name, JsonSerializer.Serialize(new { name = "timer", direction = "In", type = "timerTrigger", schedule }));

    public static DeclaredFunction Http(string name, string authLevel, string? route = null, params string[] methods) => Function(
        name,
        JsonSerializer.Serialize(new { name = "request", direction = "In", type = "httpTrigger", authLevel, route, methods }),
        """{"name":"$return","type":"http","direction":"Out"}""");
}
