using System.Security.Cryptography;
using System.Text;
using LocalHost.Cli;

namespace LocalHost.ImportCertificate;

/// <summary>A private key in PKCS#8, as PEM or DER, with a password or without.</summary>
internal sealed class PrivateKeyFile(string path, byte[] content, ImportPassword password) : IDisposable
{
    private const string EncryptedLabel = "ENCRYPTED PRIVATE KEY";
    private AsymmetricAlgorithm? _key;

    /// <summary>Reads the key into an algorithm, which this file frees.</summary>
    /// <exception cref="CommandLineException">It cannot be read.</exception>
    public T Read<T>(T key)
        where T : AsymmetricAlgorithm
    {
        _key = key;
        string text = Encoding.Latin1.GetString(content);
        try
        {
            if (!text.Contains("-----BEGIN ", StringComparison.Ordinal))
            {
                ReadDer(key);
            }
            else if (text.Contains(EncryptedLabel, StringComparison.Ordinal))
            {
                key.ImportFromEncryptedPem(text, Password());
            }
            else
            {
                key.ImportFromPem(text);
            }

            return key;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or ArgumentException)
        {
            throw new CommandLineException($"The password does not open the key in '{path}', or the file holds no private key of the certificate's kind.");
        }
    }

    public void Dispose() => _key?.Dispose();

    private void ReadDer(AsymmetricAlgorithm key)
    {
        try
        {
            key.ImportPkcs8PrivateKey(content, out int _);
        }
        catch (CryptographicException)
        {
            key.ImportEncryptedPkcs8PrivateKey(Password(), content, out int _);
        }
    }

    private string Password() => password.Get(path)
        ?? throw new CommandLineException($"'{path}' is protected by a password: put it into the environment variable {ImportPassword.Variable}.");
}
