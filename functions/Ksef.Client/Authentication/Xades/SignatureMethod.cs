using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;

namespace Ksef.Client;

/// <summary>How the key of a certificate signs XML: RSA PKCS#1 v1.5, or ECDSA on P-256 as the 64 bytes R and S; SHA-256 both.</summary>
internal abstract class SignatureMethod : IDisposable
{
    private const int P256KeySize = 256;

    public abstract string Algorithm { get; }

    public abstract byte[] Sign(byte[] data);

    public abstract void Dispose();

    /// <exception cref="CryptographicException">The certificate has no private key, or one that KSeF does not take.</exception>
    public static SignatureMethod Of(X509Certificate2 certificate)
    {
        if (certificate.GetRSAPrivateKey() is { } rsa)
        {
            return new RsaPkcs1(rsa);
        }

        if (certificate.GetECDsaPrivateKey() is not { } ecdsa)
        {
            throw new CryptographicException("The certificate has no private key of kind RSA or EC.");
        }

        if (ecdsa.KeySize == P256KeySize)
        {
            return new EcdsaP256(ecdsa);
        }

        ecdsa.Dispose();
        throw new CryptographicException("KSeF takes EC keys on the curve P-256 only.");
    }

    private sealed class RsaPkcs1(RSA key) : SignatureMethod
    {
        public override string Algorithm => SignedXml.XmlDsigRSASHA256Url;

        public override byte[] Sign(byte[] data) => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        public override void Dispose() => key.Dispose();
    }

    private sealed class EcdsaP256(ECDsa key) : SignatureMethod
    {
        public override string Algorithm => "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

        public override byte[] Sign(byte[] data) => key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

        public override void Dispose() => key.Dispose();
    }
}
