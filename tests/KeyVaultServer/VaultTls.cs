using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KeyVaultServer;

/// <summary>The certificate of the vault's endpoint, vouched for by nobody: clients know it by its fingerprint.</summary>
internal static class VaultTls
{
    private static readonly TimeSpan Validity = TimeSpan.FromDays(365);
    private static readonly TimeSpan RenewedBefore = TimeSpan.FromDays(30);

    /// <summary>Reads the kept certificate, or makes one.</summary>
    /// <exception cref="VaultException">What is kept is no certificate.</exception>
    public static X509Certificate2 Open(VaultOptions options)
    {
        string? file = options.DataDirectory is null ? null : Path.Combine(options.DataDirectory, "tls.pfx");
        DateTimeOffset now = options.Time.GetUtcNow();
        if (File.Exists(file) && Read(file) is { } kept)
        {
            if (kept.NotAfter.ToUniversalTime() - now.UtcDateTime > RenewedBefore)
            {
                return kept;
            }

            kept.Dispose();
        }

        byte[] made = Make(options.HostName, now);
        if (file is not null)
        {
            PrivateFile.Write(file, made);
        }

        return X509CertificateLoader.LoadPkcs12(made, password: null);
    }

    private static X509Certificate2 Read(string file)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(file, password: null);
        }
        catch (CryptographicException exception)
        {
            throw new VaultException($"'{file}' is no TLS certificate with its key. Take it away; the next start makes another.", exception);
        }
    }

    // Exported, because Windows serves TLS only with keys that went through a PFX.
    private static byte[] Make(string? hostName, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Key Vault of LocalHost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName(hostName ?? "localhost");
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 certificate = request.CreateSelfSigned(now.AddHours(-1), now + Validity);
        return certificate.Export(X509ContentType.Pfx);
    }
}
