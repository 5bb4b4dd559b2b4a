using KeyVaultServer;
using Ksef.Client;
using KsefFunctions.Certificates;

namespace LocalHost.Credentials;

/// <summary>Answers for the credential of a company, the secret <c>ksef-{nip}</c>, that was never stored in the vault.</summary>
internal static class CredentialIssue
{
    /// <summary>A seal of its own for each company, made on the spot.</summary>
    public static Func<string, VaultSecret?> OfSeals(TimeProvider time) => Issue(nip =>
    {
        using var seal = CompanySeal.Make(nip, time);
        return VaultSecret.Of(seal);
    });

    /// <summary>The one credential that the user gave, for every company.</summary>
    public static Func<string, VaultSecret?> Of(KsefCredential credential) => Issue(_ => credential switch
    {
        CertificateCredential certificate => VaultSecret.Of(certificate.Certificate),
        TokenCredential token => new VaultSecret(token.Token),
        _ => throw new ArgumentException($"A vault holds no {credential.GetType().Name}.", nameof(credential)),
    });

    // It is meant for each company that asks, whomever its certificate names.
    private static Func<string, VaultSecret?> Issue(Func<string, VaultSecret> make) => name => CredentialName.NipIn(name) is { } nip
        ? make(nip) with { Tags = new CredentialMarks(Represents: nip, Environment: null).ToTags() }
        : null;
}
