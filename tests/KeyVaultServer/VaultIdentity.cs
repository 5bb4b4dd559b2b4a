using System.Security.Cryptography;

namespace KeyVaultServer;

/// <summary>
/// The identity that the vault lets in: the header that its token endpoint demands, and the token that it gives. Both come from one kept seed,
/// so that a vault that starts again lets in who was let in before.
/// </summary>
internal sealed class VaultIdentity
{
    public const string Tenant = "72f988bf-0000-4000-8000-2d7cd011db47";
    public const string Resource = "https://vault.azure.net";

    private const int SeedLength = 32;

    private VaultIdentity(byte[] seed)
    {
        Header = Derive(seed, "header"u8);
        Token = Derive(seed, "token"u8);
    }

    public string Header { get; }

    public string Token { get; }

    /// <param name="dataDirectory">Where the seed is kept; null makes a new one.</param>
    public static VaultIdentity Open(string? dataDirectory)
    {
        string? file = dataDirectory is null ? null : Path.Combine(dataDirectory, "identity");
        if (File.Exists(file) && File.ReadAllBytes(file) is { Length: SeedLength } kept)
        {
            return new VaultIdentity(kept);
        }

        byte[] seed = RandomNumberGenerator.GetBytes(SeedLength);
        if (file is not null)
        {
            PrivateFile.Write(file, seed);
        }

        return new VaultIdentity(seed);
    }

    private static string Derive(byte[] seed, ReadOnlySpan<byte> purpose) => Convert.ToHexStringLower(HMACSHA256.HashData(seed, purpose));
}
