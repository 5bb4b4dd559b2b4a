using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using KsefFunctions.Certificates;
using LocalHost.Cli;

namespace LocalHost.ImportCertificate;

/// <summary>Reads what the Ministry's portal gives: a certificate and its key, protected by a password, in two files or in one.</summary>
internal sealed class CertificateFile(ImportPassword password)
{
    /// <returns>The certificate with its key, which can be exported.</returns>
    /// <exception cref="CommandLineException">The files cannot be read, or do not belong together.</exception>
    public X509Certificate2 Read(string certificatePath, string? keyPath)
    {
        byte[] content = ReadFile("--certificate", certificatePath);
        return IsPfx(content)
            ? ReadPfx(certificatePath, content)
            : Join(certificatePath, content, keyPath);
    }

    private static bool IsPfx(byte[] content)
    {
        try
        {
            return X509Certificate2.GetCertContentType(content) == X509ContentType.Pkcs12;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private X509Certificate2 ReadPfx(string path, byte[] content)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12(content, password.Get(path), StoredCredential.KeyStorage | X509KeyStorageFlags.Exportable);
            return certificate.HasPrivateKey ? certificate : throw new CommandLineException($"--certificate: '{path}' holds no private key.");
        }
        catch (CryptographicException)
        {
            throw new CommandLineException($"--certificate: the password does not open '{path}', or the file is damaged.");
        }
    }

    private X509Certificate2 Join(string certificatePath, byte[] content, string? keyPath)
    {
        using X509Certificate2 bare = ReadBare(certificatePath, content);
        string path = keyPath ?? certificatePath;
        byte[] key = keyPath is null ? content : ReadFile("--key", keyPath);
        if (keyPath is null && !Text(key).Contains("PRIVATE KEY-----", StringComparison.Ordinal))
        {
            throw new CommandLineException($"--key is missing: '{certificatePath}' holds the certificate only. The portal gives the key as a file of its own, .key.");
        }

        try
        {
            using var rsa = bare.GetRSAPublicKey();
            using var reader = new PrivateKeyFile(path, key, password);
            return rsa is not null ? bare.CopyWithPrivateKey(reader.Read(RSA.Create())) : bare.CopyWithPrivateKey(reader.Read(ECDsa.Create()));
        }
        catch (ArgumentException)
        {
            throw new CommandLineException($"The key in '{path}' does not belong to the certificate in '{certificatePath}'.");
        }
    }

    private static X509Certificate2 ReadBare(string path, byte[] content)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(content);
        }
        catch (CryptographicException)
        {
            throw new CommandLineException($"--certificate: '{path}' is no certificate.");
        }
    }

    private static byte[] ReadFile(string option, string path) =>
        File.Exists(path) ? File.ReadAllBytes(path) : throw new CommandLineException($"{option}: there is no file '{path}'.");

    private static string Text(byte[] content) => Encoding.Latin1.GetString(content);
}
