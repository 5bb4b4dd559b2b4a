using System.Security.Cryptography;
using System.Text.Json.Serialization;
using KeyVaultServer;
using LocalHost.Azurite;

namespace LocalHost.Hosting;

/// <summary>What a host keeps from start to start, so that addresses in its state and in the user's bookmarks stay right.</summary>
public sealed record HostIdentity
{
    public required string FunctionKey { get; init; }

    public required string RuntimeKey { get; init; }

    public required string InvoicesKey { get; init; }

    public int? HttpPort { get; init; }

    public AzuritePorts? AzuritePorts { get; init; }

    public int? BrokerPort { get; init; }

    public VaultPorts? VaultPorts { get; init; }

    public int? SimulatorPort { get; init; }

    /// <summary>Keys that nobody guesses, and no ports yet.</summary>
    public static HostIdentity New() => new()
    {
        FunctionKey = NewFunctionKey(),
        RuntimeKey = AzuriteAccount.NewKey(),
        InvoicesKey = AzuriteAccount.NewKey(),
    };

    /// <summary>A key that needs no escaping in an address.</summary>
    public static string NewFunctionKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    /// <summary>With the ports that were taken.</summary>
    public HostIdentity With(LocalServices services) => this with
    {
        AzuritePorts = services.Azurite.Ports,
        BrokerPort = services.Broker.Port,
        VaultPorts = services.Vault.Ports,
        SimulatorPort = services.Simulator?.BaseAddress.Port ?? SimulatorPort,
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(HostIdentity))]
internal sealed partial class HostIdentityJson : JsonSerializerContext;
