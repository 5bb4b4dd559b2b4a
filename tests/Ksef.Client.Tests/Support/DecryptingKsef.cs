using System.Security.Cryptography;

namespace Ksef.Client.Tests;

/// <summary>KSeF's half of the encryption: holds the private key and decrypts, without any code of the library.</summary>
internal sealed class DecryptingKsef : IDisposable
{
    // Making a key takes longer than any test.
    private static readonly byte[] PrivateKey = NewKey();
    private readonly RSA _rsa = RSA.Create();

    public DecryptingKsef()
    {
        _rsa.ImportRSAPrivateKey(PrivateKey, out _);
        var publicKey = _rsa.ExportSubjectPublicKeyInfo();
        PublicKey = new KsefPublicKey(
            publicKey,
            Convert.ToBase64String(SHA256.HashData(publicKey)),
            DateTimeOffset.MinValue,
            DateTimeOffset.MaxValue,
            ["SymmetricKeyEncryption"]);
    }

    public KsefPublicKey PublicKey { get; }

    public byte[] Unwrap(SessionEncryption encryption) =>
        _rsa.Decrypt(Convert.FromBase64String(encryption.EncryptedSymmetricKey), RSAEncryptionPadding.OaepSHA256);

    public byte[] Decrypt(SessionEncryption encryption, byte[] ciphertext)
    {
        using var aes = Aes.Create();
        aes.Key = Unwrap(encryption);
        return aes.DecryptCbc(ciphertext, Convert.FromBase64String(encryption.InitializationVector), PaddingMode.PKCS7);
    }

    public void Dispose() => _rsa.Dispose();

    private static byte[] NewKey()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportRSAPrivateKey();
    }
}
