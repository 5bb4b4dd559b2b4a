using Azure;
using Azure.Security.KeyVault.Secrets;
using KsefFunctions.Errors;

namespace KsefFunctions.Certificates;

/// <summary>What the app asks Key Vault for. Each question has an end, and each failure a number.</summary>
public sealed class CredentialVault(SecretClient client, TimeProvider time)
{
    private const int MostVersionsLookedAt = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The companies that have a credential which is switched on.</summary>
    /// <exception cref="PipelineException">Key Vault did not answer, or refused.</exception>
    public Task<IReadOnlyList<string>> CompaniesAsync(CancellationToken cancellationToken) => AskAsync<IReadOnlyList<string>>(
        "*",
        async limited =>
        {
            var companies = new List<string>();
            await foreach (var secret in client.GetPropertiesOfSecretsAsync(limited))
            {
                if (secret.Enabled != false && CredentialName.NipIn(secret.Name) is { } nip)
                {
                    companies.Add(nip);
                }
            }

            return companies;
        },
        cancellationToken);

    /// <summary>One version of a company's credential, the newest where none is named; null when it is switched off.</summary>
    /// <exception cref="PipelineException">There is none, or Key Vault did not answer, or refused.</exception>
    public Task<KeyVaultSecret?> ReadAsync(string nip, string? version, CancellationToken cancellationToken) => AskAsync(
        nip,
        async limited =>
        {
            try
            {
                return (await client.GetSecretAsync(CredentialName.Of(nip), version, cancellationToken: limited)).Value;
            }
            catch (RequestFailedException disabled) when (VaultFailure.IsDisabled(disabled))
            {
                return null;
            }
        },
        cancellationToken);

    /// <summary>The versions that are switched on, the newest first.</summary>
    /// <exception cref="PipelineException">Key Vault did not answer, or refused.</exception>
    public Task<IReadOnlyList<SecretProperties>> VersionsAsync(string nip, CancellationToken cancellationToken) => AskAsync<IReadOnlyList<SecretProperties>>(
        nip,
        async limited =>
        {
            var versions = new List<SecretProperties>();
            var seen = 0;
            await foreach (var version in client.GetPropertiesOfSecretVersionsAsync(CredentialName.Of(nip), limited))
            {
                if (version.Enabled != false)
                {
                    versions.Add(version);
                }

                if (++seen == MostVersionsLookedAt)
                {
                    break;
                }
            }

            return [.. versions.OrderByDescending(version => version.CreatedOn)];
        },
        cancellationToken);

    private async Task<T> AskAsync<T>(string nip, Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await ask(limited.Token);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            throw new PipelineException(CertificateErrors.NoCredential, missing, nip);
        }
        catch (Exception failure) when (VaultFailure.IsKnown(failure))
        {
            throw VaultFailure.Numbered(failure, nip);
        }
        catch (OperationCanceledException slow) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PipelineException(CertificateErrors.VaultUnavailable, slow, nip, $"no answer in {Patience.TotalSeconds} s");
        }
    }
}
