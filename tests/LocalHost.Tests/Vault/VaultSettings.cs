using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using KeyVaultServer;
using KsefFunctions.Certificates;

namespace LocalHost.Tests.Vault;

/// <summary>The settings of a vault as the environment of this process, for as long as this lives; tests that use it do not run side by side.</summary>
internal sealed class VaultSettings : IDisposable
{
    private readonly IReadOnlyDictionary<string, string> _settings;

    public VaultSettings(VaultServer vault)
    {
        _settings = vault.Settings;
        foreach ((string name, string value) in _settings)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    /// <summary>A client as the app makes it, of nothing but the environment.</summary>
    public static SecretClient Client() => VaultClient.Create(
        new Uri(Environment.GetEnvironmentVariable("KsefFunctions__KeyVault")!),
        new DefaultAzureCredential(),
        Environment.GetEnvironmentVariable("KsefFunctions__KeyVaultThumbprint"));

    public void Dispose()
    {
        foreach (string name in _settings.Keys)
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }
}
