using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace KsefSimulator.Tests.Support;

/// <summary>The key of a test's session.</summary>
internal sealed record TestKey(byte[] Key, byte[] Vector, byte[] Wrapped, string PublicKeyId)
{
    public static TestKey For(string certificate, string publicKeyId)
    {
        using var published = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(certificate));
        using var rsa = published.GetRSAPublicKey()!;
        var key = RandomNumberGenerator.GetBytes(32);
        return new TestKey(key, RandomNumberGenerator.GetBytes(16), rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256), publicKeyId);
    }

    public JsonObject ToJson() => new()
    {
        ["encryptedSymmetricKey"] = Convert.ToBase64String(Wrapped),
        ["initializationVector"] = Convert.ToBase64String(Vector),
        ["publicKeyId"] = PublicKeyId,
    };

    public byte[] Encrypt(byte[] plain)
    {
        using var aes = Aes.Create();
        aes.Key = Key;
        return aes.EncryptCbc(plain, Vector);
    }
}
