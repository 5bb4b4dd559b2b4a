using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace KsefFunctions.Certificates;

/// <summary>What a certificate says of itself.</summary>
/// <param name="Issuer">Who vouches for it.</param>
/// <param name="IssuerName">The issuer's common name, or its whole name where it has none.</param>
/// <param name="Nip">The company that it names; null for a person or where it names nobody that KSeF knows by number.</param>
/// <param name="IsNumbered">It names a NIP or a PESEL, so KSeF finds its owner by the subject.</param>
/// <param name="NotBefore">Start of its validity.</param>
/// <param name="NotAfter">End of its validity.</param>
public sealed partial record CertificateFacts(
    CertificateIssuer Issuer, string IssuerName, string? Nip, bool IsNumbered, DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    /// <summary>One of KSeF's own authorities issued it, so its key usage tells authentication from offline mode.</summary>
    public bool IsKsefIssued => Issuer is CertificateIssuer.Simulator or CertificateIssuer.KsefTest or CertificateIssuer.KsefProduction;

    public static CertificateFacts Of(X509Certificate2 certificate)
    {
        var nip = CompanyNumber(certificate.SubjectName);
        return new CertificateFacts(
            IssuerOf(certificate),
            certificate.IssuerName.Attribute(DistinguishedName.CommonName) ?? certificate.Issuer,
            nip,
            nip is not null || PersonNumber().IsMatch(certificate.SubjectName.Attribute(DistinguishedName.SerialNumber) ?? string.Empty),
            new DateTimeOffset(certificate.NotBefore.ToUniversalTime(), TimeSpan.Zero),
            new DateTimeOffset(certificate.NotAfter.ToUniversalTime(), TimeSpan.Zero));
    }

    private static CertificateIssuer IssuerOf(X509Certificate2 certificate)
    {
        if (certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData))
        {
            return CertificateIssuer.Itself;
        }

        return certificate.IssuerName.Attribute(DistinguishedName.CommonName) switch
        {
            "CCK KSeF" => CertificateIssuer.KsefProduction,
            "TEST CCK KSeF" => CertificateIssuer.KsefTest,
            { } name when name.StartsWith("Symulator KSeF", StringComparison.Ordinal) => CertificateIssuer.Simulator,
            _ => CertificateIssuer.TrustService,
        };
    }

    // The seal of a company, or the certificate of a sole trader.
    private static string? CompanyNumber(X500DistinguishedName subject)
    {
        if (VatNumber().Match(subject.Attribute(DistinguishedName.OrganizationIdentifier) ?? string.Empty) is { Success: true } company)
        {
            return company.Groups[1].Value;
        }

        return TaxNumber().Match(subject.Attribute(DistinguishedName.SerialNumber) ?? string.Empty) is { Success: true } trader ? trader.Groups[1].Value : null;
    }

    // More may follow, as in "VATPL-5265877635 BR:PL-…".
    [GeneratedRegex(@"^VATPL-(\d{10})(?!\d)")]
    private static partial Regex VatNumber();

    [GeneratedRegex(@"^(?:TINPL-|NIP-|NIP:)?(\d{10})$")]
    private static partial Regex TaxNumber();

    [GeneratedRegex(@"^(?:PNOPL-|PESEL-|PESEL:)?\d{11}$")]
    private static partial Regex PersonNumber();
}
