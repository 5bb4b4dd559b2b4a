using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Ksef.Client.Tests;

/// <summary>Self-signed certificates, made at run time.</summary>
internal static class Certificates
{
    public static X509Certificate2 Rsa(string nip = "5265877635") => Rsa(Seal(nip));

    public static X509Certificate2 Rsa(X500DistinguishedName name)
    {
        using var key = RSA.Create(2048);
        return SelfSigned(new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    public static X509Certificate2 Ec(string nip = "5265877635") => Ec(ECCurve.NamedCurves.nistP256, nip);

    public static X509Certificate2 Ec(ECCurve curve, string nip = "5265877635") => Ec(curve, Seal(nip));

    public static X509Certificate2 Ec(X500DistinguishedName name) => Ec(ECCurve.NamedCurves.nistP256, name);

    private static X509Certificate2 Ec(ECCurve curve, X500DistinguishedName name)
    {
        using var key = ECDsa.Create(curve);
        return SelfSigned(new CertificateRequest(name, key, HashAlgorithmName.SHA256));
    }

    /// <summary>What a company's seal carries: its NIP as organizationIdentifier (2.5.4.97).</summary>
    private static X500DistinguishedName Seal(string nip) => new($"2.5.4.97=VATPL-{nip}, CN=Test seal, O=Test, C=PL");

    private static X509Certificate2 SelfSigned(CertificateRequest request) =>
        request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
}
