using System.Text.Json.Serialization;

namespace LocalHost.Hosting;

/// <summary>What a host keeps from start to start, so that addresses in its state and in the user's bookmarks stay right.</summary>
public sealed record HostIdentity
{
    public required string FunctionKey { get; init; }

    public required string AzuriteKey { get; init; }

    public int? HttpPort { get; init; }

    public int? AzuritePort { get; init; }

    public int? SimulatorPort { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(HostIdentity))]
internal sealed partial class HostIdentityJson : JsonSerializerContext;
