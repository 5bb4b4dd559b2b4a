namespace KeyVaultServer;

/// <summary>How to run the vault. The defaults fit tests: everything in memory, ports that the system picks.</summary>
public sealed record VaultOptions
{
    /// <summary>Where secrets, the TLS key and the identity are kept, readable by the user alone; null keeps them in memory.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>The ports to ask for; another free one is taken for each that is busy, and for both where this is null.</summary>
    public VaultPorts? PreferredPorts { get; init; }

    /// <summary>
    /// Gives a secret, by its name, that is read and was never stored; null, or null given back, is none. What it gave
    /// is served until the vault ends and never written down, so that the next start may give another.
    /// </summary>
    public Func<string, VaultSecret?>? Issue { get; init; }

    /// <summary>
    /// The host name by which clients call, such as <c>kv-ksef.vault.azure.net</c>, where their transport leads it here; null is 127.0.0.1.
    /// </summary>
    public string? HostName { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
