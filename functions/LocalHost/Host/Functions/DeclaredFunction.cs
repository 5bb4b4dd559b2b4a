using System.Text.Json;
using System.Text.Json.Serialization;
using LocalHost.Host.Protos;

namespace LocalHost.Host.Functions;

/// <summary>A function as the worker declares it.</summary>
/// <param name="Name">Unique in the app.</param>
/// <param name="Trigger">What makes it run.</param>
/// <param name="Clients">Its clients of Durable Functions.</param>
/// <param name="Declaration">All bindings, as the worker wrote them.</param>
internal sealed partial record DeclaredFunction(string Name, DeclaredBinding Trigger, IReadOnlyList<DeclaredBinding> Clients, string Declaration)
{
    private const string TriggerSuffix = "Trigger";
    private const string DurableClient = "durableClient";
    private const string HttpOutput = "http";

    /// <exception cref="LocalHostException">The function wants something that this host does not have.</exception>
    public static DeclaredFunction Parse(RpcFunctionMetadata function)
    {
        List<DeclaredBinding> bindings = [.. function.RawBindings.Select(raw => JsonSerializer.Deserialize(raw, BindingJson.Default.DeclaredBinding)!)];
        DeclaredBinding trigger = bindings.Find(binding => binding.Type.EndsWith(TriggerSuffix, StringComparison.OrdinalIgnoreCase))
            ?? throw new LocalHostException($"The function '{function.Name}' has no trigger.");
        List<DeclaredBinding> clients = bindings.FindAll(binding => binding.Is(DurableClient));
        if (bindings.Find(binding => binding != trigger && !clients.Contains(binding) && !binding.Is(HttpOutput)) is { } other)
        {
            throw new LocalHostException($"The function '{function.Name}' has a binding of the type '{other.Type}', which this host does not have.");
        }

        return new DeclaredFunction(function.Name, trigger, clients, string.Join('\n', function.RawBindings));
    }

    [JsonSourceGenerationOptions(
        PropertyNameCaseInsensitive = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
    [JsonSerializable(typeof(DeclaredBinding))]
    private sealed partial class BindingJson : JsonSerializerContext;
}
