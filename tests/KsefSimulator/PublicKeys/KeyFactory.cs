using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KsefSimulator.PublicKeys;

/// <summary>Makes the simulator's own keys and self-signed certificates.</summary>
internal static class KeyFactory
{
    private const int KeyBits = 2048;

    public static MinistryKey Create(string usage, string commonName, DateTimeOffset now)
    {
        using var rsa = RSA.Create(KeyBits);
        var request = new CertificateRequest($"CN={commonName}, O=Symulator KSeF, C=PL", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var validFrom = now.AddDays(-1);
        var validTo = now.AddYears(2);
        using var certificate = request.CreateSelfSigned(validFrom, validTo);
        return new MinistryKey
        {
            PublicKeyId = Convert.ToBase64String(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo())),
            Usage = usage,
            Certificate = certificate.RawData,
            PrivateKey = rsa.ExportPkcs8PrivateKey(),
            ValidFrom = certificate.NotBefore.ToUniversalTime(),
            ValidTo = certificate.NotAfter.ToUniversalTime(),
        };
    }
}
