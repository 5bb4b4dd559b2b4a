using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Azure;
using Azure.Security.KeyVault.Secrets;
using Ksef.Client;
using KsefFunctions.Errors;
using KsefFunctions.Hosting;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Certificates;

/// <summary>
/// The credential of each company from Key Vault, by name and never by version: the secret <c>ksef-{nip}</c> is a PFX, as Key
/// Vault keeps certificates, or a KSeF token. It is kept for a short while, so that a new version is taken up without a restart.
/// </summary>
public sealed class KeyVaultCredentialSource(SecretClient vault, IOptions<KsefFunctionsOptions> options, TimeProvider time) : IKsefCredentialSource
{
    private const string Pfx = "application/x-pkcs12";
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<string, Kept> _kept = new();

    /// <exception cref="PipelineException">There is no such secret, or it is of no use in this environment.</exception>
    public async ValueTask<KsefCredential> GetAsync(ContextIdentifier context, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_kept.TryGetValue(context.Value, out var kept) && now < kept.Until)
        {
            return kept.Credential;
        }

        var credential = await LoadAsync(context.Value, cancellationToken);
        _kept[context.Value] = new Kept(credential, now + KeptFor);
        return credential;
    }

    private async Task<KsefCredential> LoadAsync(string nip, CancellationToken cancellationToken)
    {
        try
        {
            var secret = (await vault.GetSecretAsync($"ksef-{nip}", cancellationToken: cancellationToken)).Value;
            return secret.Properties.ContentType == Pfx
                ? new CertificateCredential(Usable(Certificate(secret.Value), nip))
                : new TokenCredential(secret.Value);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            throw new PipelineException(KsefErrors.NoCredential, missing, nip);
        }
    }

    private static X509Certificate2 Certificate(string base64) =>
        X509CertificateLoader.LoadPkcs12(Convert.FromBase64String(base64), password: null, X509KeyStorageFlags.EphemeralKeySet);

    // The Ministry's test environment takes certificates that anyone can make; where documents are legal that must not pass.
    private X509Certificate2 Usable(X509Certificate2 certificate, string nip) =>
        options.Value.Environment == TargetEnvironment.Production && certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData)
            ? throw new PipelineException(KsefErrors.SelfSigned, nip)
            : certificate;

    private sealed record Kept(KsefCredential Credential, DateTimeOffset Until);
}
