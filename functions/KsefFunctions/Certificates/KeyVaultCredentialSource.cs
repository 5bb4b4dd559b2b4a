using System.Collections.Concurrent;
using Ksef.Client;
using KsefFunctions.Errors;

namespace KsefFunctions.Certificates;

/// <summary>
/// The credential of each company from Key Vault, by name and never by version: the item <c>ksef-{nip}</c> is a certificate, or a secret with a
/// KSeF token. A new version is taken up within 15 minutes, without a restart.
/// </summary>
public sealed class KeyVaultCredentialSource(
    CredentialSelection selection, RetiredCredentials retired, CertificateDaysLeft daysLeft, TimeProvider time, ILogger<KeyVaultCredentialSource> logger)
    : IKsefCredentialSource, IDisposable
{
    private readonly ConcurrentDictionary<string, CompanyCredential> _companies = new();

    /// <exception cref="PipelineException">There is no such item, it is of no use here, or Key Vault is out of reach.</exception>
    public async ValueTask<KsefCredential> GetAsync(ContextIdentifier context, CancellationToken cancellationToken)
    {
        var company = _companies.GetOrAdd(context.Value, nip => new CompanyCredential(nip, selection, retired, daysLeft, time, logger));
        return (await company.GetAsync(cancellationToken)).Credential;
    }

    public void Dispose()
    {
        foreach (var company in _companies.Values)
        {
            company.Release();
        }
    }
}
