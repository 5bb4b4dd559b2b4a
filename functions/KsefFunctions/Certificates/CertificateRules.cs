using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KsefFunctions.Errors;
using KsefFunctions.Settings;

namespace KsefFunctions.Certificates;

/// <summary>
/// Whether a certificate can sign a company in. Trust, revocation and permissions are KSeF's to check; this finds what would be refused
/// there without a word of explanation, or would act for the wrong company.
/// </summary>
public static class CertificateRules
{
    private const int SmallestRsaKey = 2048;
    private const int P256KeySize = 256;

    /// <returns>The first reason against it; null when it can be used now.</returns>
    public static CredentialRefusal? Objection(X509Certificate2 certificate, CredentialUse use, DateTimeOffset now)
    {
        var facts = CertificateFacts.Of(certificate);
        return OnEnvironment(facts, use) ?? OnCompany(facts, use) ?? OnUsage(certificate, facts, use) ?? OnKey(certificate, use) ?? OnTime(facts, use, now);
    }

    private static CredentialRefusal? OnEnvironment(CertificateFacts facts, CredentialUse use)
    {
        if (use.Marks.Environment is { } said && said != use.Environment)
        {
            return new CredentialRefusal(CertificateErrors.WrongEnvironment, use.Nip, facts.IssuerName, said, use.Environment);
        }

        return (facts.Issuer, use.Environment) switch
        {
            (CertificateIssuer.Itself, TargetEnvironment.Simulator or TargetEnvironment.Test) => null,
            (CertificateIssuer.Itself, _) => new CredentialRefusal(CertificateErrors.SelfSigned, use.Nip),
            (CertificateIssuer.Simulator, TargetEnvironment.Simulator) => null,
            (CertificateIssuer.KsefTest, TargetEnvironment.Test or TargetEnvironment.Demo) => null,
            (CertificateIssuer.KsefProduction, TargetEnvironment.Production) => null,
            (CertificateIssuer.TrustService, not TargetEnvironment.Simulator) => null,
            _ => new CredentialRefusal(CertificateErrors.WrongEnvironment, use.Nip, facts.IssuerName, HomeOf(facts.Issuer), use.Environment),
        };
    }

    // A person, or whoever KSeF knows by fingerprint, acts for companies by permission; another company does so only when that is meant.
    private static CredentialRefusal? OnCompany(CertificateFacts facts, CredentialUse use) =>
        facts.Nip is null || facts.Nip == use.Nip || use.Marks.Represents == use.Nip
            ? null
            : new CredentialRefusal(CertificateErrors.OtherCompany, use.Nip, facts.Nip);

    // KSeF marks its certificates: digitalSignature signs in, nonRepudiation signs the codes of offline mode. Qualified certificates
    // carry nonRepudiation by their nature, and sign in all the same.
    private static CredentialRefusal? OnUsage(X509Certificate2 certificate, CertificateFacts facts, CredentialUse use)
    {
        if (certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is not { } extension)
        {
            return null;
        }

        var signs = facts.IsKsefIssued ? X509KeyUsageFlags.DigitalSignature : X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation;
        return (extension.KeyUsages & signs) != X509KeyUsageFlags.None ? null : new CredentialRefusal(CertificateErrors.WrongUsage, use.Nip, extension.KeyUsages);
    }

    private static CredentialRefusal? OnKey(X509Certificate2 certificate, CredentialUse use)
    {
        if (!certificate.HasPrivateKey)
        {
            return new CredentialRefusal(CertificateErrors.Unreadable, use.Nip);
        }

        using var rsa = certificate.GetRSAPublicKey();
        using var ec = certificate.GetECDsaPublicKey();
        return rsa?.KeySize >= SmallestRsaKey || ec?.KeySize == P256KeySize
            ? null
            : new CredentialRefusal(CertificateErrors.UnsuitableKey, use.Nip, Describe(rsa, ec, certificate));
    }

    private static CredentialRefusal? OnTime(CertificateFacts facts, CredentialUse use, DateTimeOffset now)
    {
        if (now >= facts.NotAfter)
        {
            return new CredentialRefusal(CertificateErrors.Ended, use.Nip, CredentialRefusal.Day(facts.NotAfter));
        }

        return now < facts.NotBefore ? new CredentialRefusal(CertificateErrors.NotYetValid, use.Nip, CredentialRefusal.Day(facts.NotBefore)) : null;
    }

    private static string HomeOf(CertificateIssuer issuer) => issuer switch
    {
        CertificateIssuer.KsefTest => "Test/Demo",
        CertificateIssuer.KsefProduction => nameof(TargetEnvironment.Production),
        CertificateIssuer.Simulator => nameof(TargetEnvironment.Simulator),
        _ => "Test/Demo/Production",
    };

    private static string Describe(RSA? rsa, ECDsa? ec, X509Certificate2 certificate) => (rsa, ec) switch
    {
        ({ } key, _) => $"RSA {key.KeySize}",
        (_, { } key) => $"EC {key.KeySize}",
        _ => certificate.PublicKey.Oid.FriendlyName ?? certificate.PublicKey.Oid.Value ?? "?",
    };
}
