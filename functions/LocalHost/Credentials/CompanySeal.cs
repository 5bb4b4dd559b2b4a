using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LocalHost.Credentials;

/// <summary>
/// A company's seal, EC P-256, valid for a year, made on the spot and signed by itself. Only simulators and the TEST environment take
/// certificates that nobody vouches for.
/// </summary>
public static class CompanySeal
{
    private const string OrganizationIdentifier = "2.5.4.97";

    public static X509Certificate2 Make(string nip, TimeProvider time)
    {
        DateTimeOffset now = time.GetUtcNow();
        return Make(nip, now.AddHours(-1), now.AddYears(1));
    }

    /// <summary>A seal with another validity, such as one that has ended.</summary>
    public static X509Certificate2 Make(string nip, DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.Add(OrganizationIdentifier, $"VATPL-{nip}");
        subject.AddOrganizationName($"LocalHost {nip}");
        subject.AddCommonName($"LocalHost {nip}");
        subject.AddCountryOrRegion("PL");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(notBefore, notAfter);
    }
}
