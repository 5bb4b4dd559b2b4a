using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace KsefSimulator.Tests.Support;

/// <summary>Teaches the framework's SignedXml to sign with ECDSA, as R||S.</summary>
public sealed class EcdsaSignature : SignatureDescription
{
    public const string Method = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

    [ModuleInitializer]
    internal static void Register() => CryptoConfig.AddAlgorithm(typeof(EcdsaSignature), Method);

    public override HashAlgorithm CreateDigest() => SHA256.Create();

    public override AsymmetricSignatureFormatter CreateFormatter(AsymmetricAlgorithm key) => new Formatter((ECDsa)key);

    public override AsymmetricSignatureDeformatter CreateDeformatter(AsymmetricAlgorithm key) => throw new NotSupportedException();

    private sealed class Formatter(ECDsa key) : AsymmetricSignatureFormatter
    {
        public override byte[] CreateSignature(byte[] rgbHash) => key.SignHash(rgbHash);

        public override void SetHashAlgorithm(string strName)
        {
        }

        public override void SetKey(AsymmetricAlgorithm key) => throw new NotSupportedException();
    }
}
