using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Secrets;

namespace KsefFunctions.Certificates;

/// <summary>The client of Key Vault's secrets: a few quick tries, because whoever asks has retries of its own.</summary>
public static class VaultClient
{
    /// <param name="vault">Address of the vault.</param>
    /// <param name="identity">Who asks.</param>
    /// <param name="pinnedThumbprint">SHA-256 of the TLS certificate of a vault on this machine; null trusts as the system does.</param>
    /// <param name="transport">How requests go out; null is the usual way.</param>
    /// <exception cref="ArgumentException">A certificate is pinned for a vault that is not on this machine, or the pin is malformed.</exception>
    public static SecretClient Create(Uri vault, TokenCredential identity, string? pinnedThumbprint = null, HttpPipelineTransport? transport = null)
    {
        var options = new SecretClientOptions
        {
            Retry = { MaxRetries = 2, Delay = TimeSpan.FromSeconds(0.5), MaxDelay = TimeSpan.FromSeconds(4), NetworkTimeout = TimeSpan.FromSeconds(8) },

            // A vault on this machine asks for Key Vault's tokens, and its host name cannot belong to Key Vault's domain.
            DisableChallengeResourceVerification = vault.IsLoopback,
        };
        if (pinnedThumbprint is not null)
        {
            options.Transport = PinnedCertificate.Transport(vault, pinnedThumbprint);
        }
        else if (transport is not null)
        {
            options.Transport = transport;
        }

        return new SecretClient(vault, identity, options);
    }
}
