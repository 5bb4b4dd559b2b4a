using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Certificates;

namespace LocalHost.ImportCertificate;

/// <summary>The two calls to Key Vault's certificates that importing takes.</summary>
/// <param name="vault">Address of the vault.</param>
/// <param name="identity">Who imports.</param>
/// <param name="transport">How requests go out; null is the usual way.</param>
internal sealed class VaultImport(Uri vault, TokenCredential identity, HttpPipelineTransport? transport)
{
    private readonly CertificateClient _client = new(vault, identity, OptionsOf(vault, transport));

    /// <summary>End of the newest version's validity; null when there is no such certificate.</summary>
    /// <exception cref="RequestFailedException">Key Vault refused, or does not answer.</exception>
    public async Task<DateTimeOffset?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await _client.GetCertificateAsync(name, cancellationToken)).Value.Properties.ExpiresOn;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Makes a new version of a certificate and gives its id there.</summary>
    /// <exception cref="RequestFailedException">Key Vault refused, or does not answer.</exception>
    public async Task<Uri> ImportAsync(string name, X509Certificate2 certificate, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        // TLS protects the transfer. Key Vault has refused files with AES here; Triple DES it has always read.
        string password = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        byte[] pfx = certificate.ExportPkcs12(Pkcs12ExportPbeParameters.Pkcs12TripleDesSha1, password);
        var import = new ImportCertificateOptions(name, pfx) { Password = password, Policy = PolicyOf(certificate) };
        foreach ((string tag, string value) in tags)
        {
            import.Tags[tag] = value;
        }

        return (await _client.ImportCertificateAsync(import, cancellationToken)).Value.Id;
    }

    // Exportable, because the app signs with it and reads it as a secret.
    private static CertificatePolicy PolicyOf(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        return new CertificatePolicy(WellKnownIssuerNames.Unknown, certificate.Subject)
        {
            ContentType = CertificateContentType.Pkcs12,
            Exportable = true,
            ReuseKey = false,
            KeyType = rsa is null ? CertificateKeyType.Ec : CertificateKeyType.Rsa,
            KeyCurveName = rsa is null ? CertificateKeyCurveName.P256 : (CertificateKeyCurveName?)null,
            KeySize = rsa?.KeySize,
        };
    }

    private static CertificateClientOptions OptionsOf(Uri vault, HttpPipelineTransport? transport)
    {
        var options = new CertificateClientOptions
        {
            Retry = { MaxRetries = 2, Delay = TimeSpan.FromSeconds(0.5) },

            // A vault on this machine asks for Key Vault's tokens, and its host name cannot belong to Key Vault's domain.
            DisableChallengeResourceVerification = vault.IsLoopback,
        };
        if (transport is not null)
        {
            options.Transport = transport;
        }

        return options;
    }
}
