namespace KeyVaultServer;

/// <summary>One version of an item.</summary>
/// <param name="Name">Such as <c>ksef-5265877635</c>.</param>
/// <param name="Version">32 hexadecimal digits.</param>
/// <param name="Value">What the secret holds. Never shown.</param>
/// <param name="ContentType">As Key Vault says it of certificates; null for a plain secret.</param>
/// <param name="Created">When it came into the vault.</param>
public sealed record VaultItem(string Name, string Version, string Value, string? ContentType, DateTimeOffset Created)
{
    public bool Enabled { get; init; } = true;

    public DateTimeOffset? NotBefore { get; init; }

    public DateTimeOffset? Expires { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>It belongs to a certificate.</summary>
    public bool Managed => ContentType is not null;

    public override string ToString() => $"{Name}/{Version}";
}
