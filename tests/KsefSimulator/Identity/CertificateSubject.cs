using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace KsefSimulator.Identity;

/// <summary>Who a certificate stands for: serialNumber <c>TINPL-nip</c> or <c>PNOPL-pesel</c> of a person, organizationIdentifier <c>VATPL-nip</c> of a company.</summary>
internal static partial class CertificateSubject
{
    private const string SerialNumberOid = "2.5.4.5";
    private const string OrganizationIdentifierOid = "2.5.4.97";

    /// <summary>The NIP or PESEL in the subject, or null when it names neither.</summary>
    public static SubjectIdentifier? Read(X509Certificate2 certificate)
    {
        if (Attribute(certificate, OrganizationIdentifierOid) is { } organization && VatNumber().Match(organization) is { Success: true } vat)
        {
            return new SubjectIdentifier(SubjectIdentifier.NipType, vat.Groups[1].Value);
        }

        if (Attribute(certificate, SerialNumberOid) is not { } serial)
        {
            return null;
        }

        if (TaxNumber().Match(serial) is { Success: true } nip)
        {
            return new SubjectIdentifier(SubjectIdentifier.NipType, nip.Groups[1].Value);
        }

        return PersonalNumber().Match(serial) is { Success: true } pesel ? new SubjectIdentifier(SubjectIdentifier.PeselType, pesel.Groups[1].Value) : null;
    }

    /// <summary>Whether the certificate is a company's seal.</summary>
    public static bool IsSeal(X509Certificate2 certificate) => Attribute(certificate, OrganizationIdentifierOid) is not null;

    public static SubjectIdentifier Fingerprint(X509Certificate2 certificate) =>
        new(SubjectIdentifier.FingerprintType, certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256));

    private static string? Attribute(X509Certificate2 certificate, string oid)
    {
        foreach (var name in certificate.SubjectName.EnumerateRelativeDistinguishedNames())
        {
            if (!name.HasMultipleElements && name.GetSingleElementType().Value == oid)
            {
                return name.GetSingleElementValue();
            }
        }

        return null;
    }

    [GeneratedRegex(@"^VATPL-(\d{10})$")]
    private static partial Regex VatNumber();

    [GeneratedRegex(@"^(?:TINPL-|NIP-|NIP:)?(\d{10})$")]
    private static partial Regex TaxNumber();

    [GeneratedRegex(@"^(?:PNOPL-|PESEL-|PESEL:)?(\d{11})$")]
    private static partial Regex PersonalNumber();
}
