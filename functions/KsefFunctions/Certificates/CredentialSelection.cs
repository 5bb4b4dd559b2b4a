using Azure.Security.KeyVault.Secrets;
using KsefFunctions.Errors;
using KsefFunctions.Settings;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Certificates;

/// <summary>
/// Finds the newest version of a company's credential that can be used now. As a rule that is the current one, which costs one call to Key
/// Vault; otherwise a listing and a few older versions follow.
/// </summary>
public sealed class CredentialSelection(CredentialVault vault, IOptions<KsefFunctionsOptions> options, TimeProvider time)
{
    private const int MostOlderVersions = 3;

    /// <exception cref="PipelineException">The company has no credential, or Key Vault did not answer, or refused.</exception>
    public async Task<CredentialChoice> ChooseAsync(string nip, CancellationToken cancellationToken)
    {
        var refused = new List<RefusedVersion>();
        var current = await vault.ReadAsync(nip, version: null, cancellationToken);
        if (current is not null && Try(nip, current, refused) is { } newest)
        {
            return Choice(newest, refused);
        }

        var older = (await vault.VersionsAsync(nip, cancellationToken)).Where(version => version.Version != current?.Properties.Version);
        foreach (var version in older.Where(IsInItsTime).Take(MostOlderVersions))
        {
            if (await vault.ReadAsync(nip, version.Version, cancellationToken) is { } secret && Try(nip, secret, refused) is { } usable)
            {
                return Choice(usable, refused);
            }
        }

        return refused.Count > 0 ? Choice(chosen: null, refused) : throw new PipelineException(CertificateErrors.NoCredential, nip);
    }

    private CredentialChoice Choice(UsableCredential? chosen, List<RefusedVersion> refused) => new(chosen, refused, options.Value.TokensEnd);

    // What Key Vault says of a version spares reading it; the current one is always read, for the reason why it cannot be used.
    private bool IsInItsTime(SecretProperties version)
    {
        var now = time.GetUtcNow();
        return (version.ExpiresOn is not { } end || now < end) && (version.NotBefore is not { } start || start <= now);
    }

    private UsableCredential? Try(string nip, KeyVaultSecret secret, List<RefusedVersion> refused)
    {
        var use = new CredentialUse(nip, options.Value.Environment, CredentialMarks.Of(secret.Properties.Tags));
        var (credential, refusal, facts) = StoredCredential.Read(secret.Properties.ContentType, secret.Value, use, time.GetUtcNow());
        if (credential is not null)
        {
            return new UsableCredential(secret.Properties.Version, credential, facts?.NotAfter);
        }

        refused.Add(new RefusedVersion(secret.Properties.Version, refusal!, facts));
        return null;
    }
}
