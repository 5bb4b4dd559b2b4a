namespace KeyVaultServer;

/// <summary>Where the vault (HTTPS) and the token endpoint of its identity (HTTP) listen on loopback.</summary>
public sealed record VaultPorts(int Vault, int Identity)
{
    /// <summary>Lets the system pick both.</summary>
    public static readonly VaultPorts Any = new(0, 0);
}
