using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Secrets;

namespace KsefFunctions.Certificates;

/// <summary>The client of Key Vault's secrets: a few quick tries, because whoever asks has retries of its own.</summary>
public static class VaultClient
{
    /// <param name="vault">Address of the vault.</param>
    /// <param name="identity">Who asks.</param>
    /// <param name="transport">How requests go out; null is the usual way.</param>
    public static SecretClient Create(Uri vault, TokenCredential identity, HttpPipelineTransport? transport = null)
    {
        var options = new SecretClientOptions
        {
            Retry = { MaxRetries = 2, Delay = TimeSpan.FromSeconds(0.5), MaxDelay = TimeSpan.FromSeconds(4), NetworkTimeout = TimeSpan.FromSeconds(8) },
        };
        if (transport is not null)
        {
            options.Transport = transport;
        }

        return new SecretClient(vault, identity, options);
    }
}
