using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using KeyVaultServer;
using LocalHost.Cli;

namespace LocalHost.TestCertificate;

/// <summary>The files of a certificate: as a PFX, and as the Ministry's portal gives it.</summary>
/// <param name="Pfx">Certificate and key in one.</param>
/// <param name="Certificate">PEM.</param>
/// <param name="Key">PKCS#8 in PEM.</param>
internal sealed record CertificateFiles(string Pfx, string Certificate, string Key)
{
    private static readonly PbeParameters Protection = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 100_000);

    /// <summary>Where the files of a company go.</summary>
    public static CertificateFiles In(string directory, string nip)
    {
        string stem = Path.Combine(Path.GetFullPath(directory), $"ksef-{nip}");
        return new CertificateFiles($"{stem}.pfx", $"{stem}.crt", $"{stem}.key");
    }

    /// <summary>Writes all three, readable by the user alone.</summary>
    /// <param name="certificate">With its EC key.</param>
    /// <param name="password">Protects the key; null or empty leaves it open.</param>
    /// <exception cref="CommandLineException">One of them exists.</exception>
    public void Write(X509Certificate2 certificate, string? password)
    {
        if (new[] { Pfx, Certificate, Key }.FirstOrDefault(File.Exists) is { } present)
        {
            throw new CommandLineException($"'{present}' exists, and a key that is overwritten is lost. Choose another folder or NIP, or delete it.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Pfx)!);
        using ECDsa key = certificate.GetECDsaPrivateKey()!;
        string pem = string.IsNullOrEmpty(password) ? key.ExportPkcs8PrivateKeyPem() : key.ExportEncryptedPkcs8PrivateKeyPem(password, Protection);
        PrivateFile.Write(Pfx, certificate.Export(X509ContentType.Pfx, password));
        PrivateFile.Write(Certificate, Encoding.ASCII.GetBytes(certificate.ExportCertificatePem()));
        PrivateFile.Write(Key, Encoding.ASCII.GetBytes(pem));
    }
}
