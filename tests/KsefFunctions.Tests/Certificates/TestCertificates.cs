using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KsefFunctions.Tests.Certificates;

/// <summary>Certificates like those of KSeF, made at run time. The issuers bear the Ministry's names and are nobody's.</summary>
internal static class TestCertificates
{
    public const string Test = "CN=TEST CCK KSeF, OU=Krajowa Administracja Skarbowa, O=Ministerstwo Finansów, C=PL";
    public const string Production = "CN=CCK KSeF, OU=Krajowa Administracja Skarbowa, O=Ministerstwo Finansów, C=PL";
    public const string Provider = "CN=Kwalifikowany dostawca, O=Dostawca usług zaufania, C=PL";

    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static string Seal(string nip) => $"CN=Firma testowa (uwierzytelnienie), O=Firma testowa, OID.2.5.4.97=VATPL-{nip}, C=PL";

    public static string Person(string number) => $"CN=Jan Testowy, SERIALNUMBER={number}, G=Jan, SN=Testowy, C=PL";

    /// <summary>An authentication certificate of a company, issued by KSeF's test environment, EC P-256.</summary>
    public static X509Certificate2 Company(string nip, string issuer = Test, DateTimeOffset? notBefore = null, DateTimeOffset? notAfter = null) =>
        Issue(Seal(nip), issuer, X509KeyUsageFlags.DigitalSignature, notBefore, notAfter);

    public static X509Certificate2 Issue(
        string subject, string issuer, X509KeyUsageFlags? usage, DateTimeOffset? notBefore = null, DateTimeOffset? notAfter = null, AsymmetricAlgorithm? key = null)
    {
        using var own = key is null ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : null;
        using var authority = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var bare = Request(subject, key ?? own!, usage).Create(
            new X500DistinguishedName(issuer), X509SignatureGenerator.CreateForECDsa(authority),
            notBefore ?? Start, notAfter ?? Start.AddYears(2), RandomNumberGenerator.GetBytes(8));
        return With(bare, key ?? own!);
    }

    public static X509Certificate2 SelfSigned(string nip, DateTimeOffset? notBefore = null, DateTimeOffset? notAfter = null)
    {
        using var key = RSA.Create(2048);
        return Request(Seal(nip), key, usage: null).CreateSelfSigned(notBefore ?? Start, notAfter ?? Start.AddYears(2));
    }

    private static CertificateRequest Request(string subject, AsymmetricAlgorithm key, X509KeyUsageFlags? usage)
    {
        var request = key is RSA rsa
            ? new CertificateRequest(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(subject, (ECDsa)key, HashAlgorithmName.SHA256);
        if (usage is { } flags)
        {
            request.CertificateExtensions.Add(new X509KeyUsageExtension(flags, critical: true));
        }

        return request;
    }

    private static X509Certificate2 With(X509Certificate2 certificate, AsymmetricAlgorithm key) =>
        key is RSA rsa ? certificate.CopyWithPrivateKey(rsa) : certificate.CopyWithPrivateKey((ECDsa)key);
}
