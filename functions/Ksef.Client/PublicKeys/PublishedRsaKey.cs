using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Ksef.Client;

/// <summary>Takes the RSA key from what KSeF publishes: a certificate by its documentation, a bare key in its own example.</summary>
internal static class PublishedRsaKey
{
    /// <summary>The key as SubjectPublicKeyInfo in DER.</summary>
    /// <exception cref="CryptographicException">There is no RSA key in it.</exception>
    public static byte[] Read(byte[] der)
    {
        if (TryLoad(der) is not { } certificate)
        {
            using var bare = RSA.Create();
            bare.ImportSubjectPublicKeyInfo(der, out _);
            return bare.ExportSubjectPublicKeyInfo();
        }

        using (certificate)
        {
            using var key = certificate.GetRSAPublicKey() ?? throw new CryptographicException("The certificate holds no RSA key.");
            return key.ExportSubjectPublicKeyInfo();
        }
    }

    private static X509Certificate2? TryLoad(byte[] der)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(der);
        }
        catch (CryptographicException)
        {
            // Not a certificate; the caller tries the other form and fails there if it is neither.
            return null;
        }
    }
}
