using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KsefSimulator.Tests.Support;

/// <summary>Certificates made for one test run.</summary>
internal static class TestCertificate
{
    public static X509Certificate2 Seal(string nip, bool elliptic = false) => Create($"CN=Test, O=Firma testowa, OID.2.5.4.97=VATPL-{nip}, C=PL", elliptic);

    public static X509Certificate2 Person(string nip, bool elliptic = false) => Create($"CN=Jan Testowy, SERIALNUMBER=TINPL-{nip}, G=Jan, SN=Testowy, C=PL", elliptic);

    public static X509Certificate2 PersonByPesel(string pesel) => Create($"CN=Jan Testowy, SERIALNUMBER=PNOPL-{pesel}, G=Jan, SN=Testowy, C=PL", elliptic: false);

    public static X509Certificate2 Nameless() => Create("CN=Bez identyfikatora, C=PL", elliptic: false);

    public static X509Certificate2 Create(string subject, bool elliptic, DateTimeOffset? notBefore = null, DateTimeOffset? notAfter = null)
    {
        using AsymmetricAlgorithm key = elliptic ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : RSA.Create(2048);
        var request = RequestFor(subject, key);
        return request.CreateSelfSigned(notBefore ?? DateTimeOffset.UtcNow.AddDays(-1), notAfter ?? DateTimeOffset.UtcNow.AddYears(1));
    }

    /// <summary>A certificate issued by some other certificate authority.</summary>
    public static X509Certificate2 IssuedBySomebody(string nip)
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rootRequest = new CertificateRequest("CN=Obcy urząd", rootKey, HashAlgorithmName.SHA256);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var root = rootRequest.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddYears(1));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = RequestFor($"CN=Test, SERIALNUMBER=TINPL-{nip}, C=PL", key);
        using var issued = request.Create(root, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddMonths(6), [1, 2, 3, 4]);
        return issued.CopyWithPrivateKey(key);
    }

    private static CertificateRequest RequestFor(string subject, AsymmetricAlgorithm key) => key switch
    {
        ECDsa ecdsa => new CertificateRequest(subject, ecdsa, HashAlgorithmName.SHA256),
        RSA rsa => new CertificateRequest(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        _ => throw new NotSupportedException(),
    };
}
