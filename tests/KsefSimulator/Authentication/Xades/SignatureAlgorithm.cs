using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KsefSimulator.Authentication.Xades;

/// <summary>Checks a signature value by the algorithm that the signature names, with the certificate's key.</summary>
internal static class SignatureAlgorithm
{
    private const int MinimumRsaBits = 2048;
    private const int MinimumEcBits = 256;

    public static bool Verify(string algorithm, X509Certificate2 certificate, byte[] signedInfo, byte[] signature)
    {
        if (HashOf(algorithm) is not { } hash)
        {
            return false;
        }

        if (algorithm.Contains("ecdsa-", StringComparison.Ordinal))
        {
            using var key = certificate.GetECDsaPublicKey();
            return key is { KeySize: >= MinimumEcBits }
                && key.VerifyData(signedInfo, signature, hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }

        using var rsa = certificate.GetRSAPublicKey();
        var padding = algorithm.EndsWith("-rsa-MGF1", StringComparison.Ordinal) ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return rsa is { KeySize: >= MinimumRsaBits } && rsa.VerifyData(signedInfo, signature, hash, padding);
    }

    /// <summary>The digest of referenced octets; null when the method is not one that the simulator accepts.</summary>
    public static byte[]? Digest(string algorithm, byte[] octets) => algorithm switch
    {
        XmlNames.Sha256Digest => SHA256.HashData(octets),
        "http://www.w3.org/2001/04/xmldsig-more#sha384" => SHA384.HashData(octets),
        "http://www.w3.org/2001/04/xmlenc#sha512" => SHA512.HashData(octets),
        _ => null,
    };

    private static HashAlgorithmName? HashOf(string algorithm) => algorithm switch
    {
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256" or "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
            or "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1" => HashAlgorithmName.SHA256,
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384" or "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384"
            or "http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1" => HashAlgorithmName.SHA384,
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512" or "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512"
            or "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1" => HashAlgorithmName.SHA512,
        _ => null,
    };
}
