using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LocalHost.Tests.ImportCertificate;

/// <summary>A folder with files as the Ministry's portal gives them: a certificate and its key under a password.</summary>
internal sealed class PortalFiles : IDisposable
{
    public const string Password = "Zażółć gęślą jaźń";

    private static readonly PbeParameters Protection = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 100_000);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("import-tests-");

    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] content)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>PEM certificate and encrypted PKCS#8 key.</summary>
    public (string Certificate, string Key) Pem(X509Certificate2 certificate) =>
        (Write("portal.crt", certificate.ExportCertificatePem()), Write("portal.key", EncryptedKey(certificate)));

    public static string EncryptedKey(X509Certificate2 certificate)
    {
        using AsymmetricAlgorithm key = Key(certificate);
        return key.ExportEncryptedPkcs8PrivateKeyPem(Password, Protection);
    }

    public static byte[] EncryptedKeyDer(X509Certificate2 certificate)
    {
        using AsymmetricAlgorithm key = Key(certificate);
        return key.ExportEncryptedPkcs8PrivateKey(Password, Protection);
    }

    public static string PlainKey(X509Certificate2 certificate)
    {
        using AsymmetricAlgorithm key = Key(certificate);
        return key.ExportPkcs8PrivateKeyPem();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static AsymmetricAlgorithm Key(X509Certificate2 certificate) => (AsymmetricAlgorithm?)certificate.GetRSAPrivateKey() ?? certificate.GetECDsaPrivateKey()!;
}
