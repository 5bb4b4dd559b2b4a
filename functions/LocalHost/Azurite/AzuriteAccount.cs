using System.Security.Cryptography;

namespace LocalHost.Azurite;

/// <summary>A storage account of Azurite.</summary>
/// <param name="Name">First segment of the path of each request.</param>
/// <param name="Key">Base64.</param>
internal sealed record AzuriteAccount(string Name, string Key)
{
    /// <summary>An account with its key of before, or a new one.</summary>
    public static AzuriteAccount Of(string name, string? key) => new(name, key ?? NewKey());

    public static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));

    public string ConnectionString(AzuritePorts ports) =>
        $"DefaultEndpointsProtocol=http;AccountName={Name};AccountKey={Key};" +
        $"BlobEndpoint={Endpoint(ports.Blob)};QueueEndpoint={Endpoint(ports.Queue)};TableEndpoint={Endpoint(ports.Table)};";

    public Uri Endpoint(int port) => new($"http://127.0.0.1:{port}/{Name}");
}
