using System.Security.Cryptography.X509Certificates;

namespace KeyVaultServer;

/// <summary>What a secret holds, as Key Vault keeps it: a certificate with its key as a PFX in Base64, or plain text.</summary>
/// <param name="Value">Never shown.</param>
/// <param name="ContentType"><c>application/x-pkcs12</c> of certificates; null of plain text.</param>
public sealed record VaultSecret(string Value, string? ContentType = null)
{
    public const string Pfx = "application/x-pkcs12";

    public DateTimeOffset? NotBefore { get; init; }

    public DateTimeOffset? Expires { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>A certificate whose key can be exported: a PFX without password, with the certificate's own validity.</summary>
    public static VaultSecret Of(X509Certificate2 certificate) => new(Convert.ToBase64String(certificate.Export(X509ContentType.Pfx)), Pfx)
    {
        NotBefore = new DateTimeOffset(certificate.NotBefore),
        Expires = new DateTimeOffset(certificate.NotAfter),
    };

    public override string ToString() => nameof(VaultSecret);
}
