using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Ksef.Client;
using KsefFunctions.Errors;

namespace KsefFunctions.Certificates;

/// <summary>Turns what Key Vault stores into a credential: a PFX or PEM, as it keeps certificates, or a KSeF token.</summary>
internal static partial class StoredCredential
{
    public const string Pfx = "application/x-pkcs12";
    public const string Pem = "application/x-pem-file";

    /// <summary>Private keys stay in memory. macOS knows no such keys and uses a keychain of its own that goes with the certificate.</summary>
    public static X509KeyStorageFlags KeyStorage => OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet;

    /// <returns>The credential, or why it is of no use and, for a certificate, when it is valid.</returns>
    public static (KsefCredential? Credential, CredentialRefusal? Refusal, CertificateFacts? Facts) Read(
        string? contentType, string value, CredentialUse use, DateTimeOffset now)
    {
        if (contentType is not (Pfx or Pem))
        {
            return TokenRefusal(value, use) is { } reason ? (null, reason, null) : (new TokenCredential(value), null, null);
        }

        if (Certificate(contentType, value) is not { } certificate)
        {
            return (null, new CredentialRefusal(CertificateErrors.Unreadable, use.Nip), null);
        }

        var facts = CertificateFacts.Of(certificate);
        if (CertificateRules.Objection(certificate, use, now) is { } refusal)
        {
            certificate.Dispose();
            return (null, refusal, facts);
        }

        return (new CertificateCredential(certificate) { ByFingerprint = !facts.IsNumbered }, null, facts);
    }

    private static X509Certificate2? Certificate(string contentType, string value)
    {
        try
        {
            return contentType == Pfx
                ? X509CertificateLoader.LoadPkcs12(Convert.FromBase64String(value), password: null, KeyStorage)
                : X509Certificate2.CreateFromPem(value, value);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    // A token is text between bars, of which one part names the company: 20250625-EC-…|nip-5265877635|….
    private static CredentialRefusal? TokenRefusal(string value, CredentialUse use)
    {
        if (!value.Contains('|', StringComparison.Ordinal))
        {
            return new CredentialRefusal(CertificateErrors.Unreadable, use.Nip);
        }

        return TokenNip().Match(value) is { Success: true } named && named.Groups[1].Value != use.Nip
            ? new CredentialRefusal(CertificateErrors.OtherCompany, use.Nip, named.Groups[1].Value)
            : null;
    }

    [GeneratedRegex(@"\|nip-(\d{10})\|", RegexOptions.IgnoreCase)]
    private static partial Regex TokenNip();
}
