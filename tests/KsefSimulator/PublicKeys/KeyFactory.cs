using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KsefSimulator.PublicKeys;

/// <summary>Makes the simulator's own keys and self-signed certificates.</summary>
internal static class KeyFactory
{
    private const int KeyBits = 2048;
    private static readonly ConcurrentDictionary<string, byte[]> FirstKeys = new(StringComparer.Ordinal);

    /// <summary>
    /// Makes the first key of a usage. Generating RSA keys is by far the slowest step of a start, so simulators in one process that keep no
    /// state share their first keys.
    /// </summary>
    public static MinistryKey CreateFirst(string usage, string commonName, DateTimeOffset now, bool isKept)
    {
        if (isKept)
        {
            return Create(usage, commonName, now);
        }

        using var rsa = RSA.Create(KeyBits);
        rsa.ImportPkcs8PrivateKey(FirstKeys.GetOrAdd(usage, _ => rsa.ExportPkcs8PrivateKey()), out int _);
        return Certify(rsa, usage, commonName, now);
    }

    public static MinistryKey Create(string usage, string commonName, DateTimeOffset now)
    {
        using var rsa = RSA.Create(KeyBits);
        return Certify(rsa, usage, commonName, now);
    }

    private static MinistryKey Certify(RSA rsa, string usage, string commonName, DateTimeOffset now)
    {
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
