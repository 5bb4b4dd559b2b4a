using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KsefSimulator.Identity;

namespace KsefSimulator.Certificates;

/// <summary>Reads a PKCS#10 request: its own signature, its key (RSA 2048 or EC P-256), and that it names whom the login named.</summary>
internal static class SigningRequest
{
    private const string RsaOid = "1.2.840.113549.1.1.1";
    private const string EcOid = "1.2.840.10045.2.1";
    private const string P256Oid = "1.2.840.10045.3.1.7";

    public static CertificateRequest Read(byte[] encoded, CertificateSubjectData expected)
    {
        CertificateRequest request;
        try
        {
            request = CertificateRequest.LoadSigningRequest(encoded, HashAlgorithmName.SHA256);
        }
        catch (Exception exception) when (exception is CryptographicException or AsnContentException or NotSupportedException or ArgumentException)
        {
            throw CertificateRefusals.InvalidRequest();
        }

        RequireKey(request.PublicKey);
        return CertificateSubjectData.Of(request.SubjectName) == expected ? request : throw CertificateRefusals.SubjectMismatch();
    }

    private static void RequireKey(PublicKey key)
    {
        var isAllowed = key.Oid.Value switch
        {
            RsaOid => IsRsa2048(key),
            EcOid => IsP256(key),
            _ => false,
        };
        if (!isAllowed)
        {
            throw CertificateRefusals.InvalidKey();
        }
    }

    private static bool IsRsa2048(PublicKey key)
    {
        using var rsa = key.GetRSAPublicKey();
        return rsa is { KeySize: 2048 };
    }

    private static bool IsP256(PublicKey key)
    {
        using var ecdsa = key.GetECDsaPublicKey();
        return ecdsa?.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == P256Oid;
    }
}
