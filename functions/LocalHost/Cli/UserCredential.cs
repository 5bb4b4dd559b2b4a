using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ksef.Client;
using KsefFunctions.Certificates;

namespace LocalHost.Cli;

/// <summary>Reads the credential for a real environment from what the user gave: a PFX, or a token in the environment.</summary>
internal static class UserCredential
{
    public const string TokenVariable = "KSEF_TOKEN";
    public const string PasswordVariable = "KSEF_CERTIFICATE_PASSWORD";

    /// <exception cref="CommandLineException">There is none, or it cannot be read.</exception>
    public static KsefCredential Read(LocalHostOptions options, Func<string, string?> environment)
    {
        if (options.CertificatePath is { } path)
        {
            return new CertificateCredential(ReadCertificate(path, environment(PasswordVariable)));
        }

        return environment(TokenVariable) is { Length: > 0 } token
            ? new TokenCredential(token)
            : throw new CommandLineException($"--ksef {options.Ksef.ToString().ToLowerInvariant()} needs --certificate FILE.pfx or a KSeF token in the environment variable {TokenVariable}.");
    }

    private static X509Certificate2 ReadCertificate(string path, string? password)
    {
        if (!File.Exists(path))
        {
            throw new CommandLineException($"--certificate: there is no file '{path}'.");
        }

        X509Certificate2 certificate;
        try
        {
            // Exportable, because the vault hands it on with its key.
            certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password, StoredCredential.KeyStorage | X509KeyStorageFlags.Exportable);
        }
        catch (CryptographicException)
        {
            throw new CommandLineException($"--certificate: '{path}' is no PFX, or the password in {PasswordVariable} does not open it.");
        }

        return certificate.HasPrivateKey ? certificate : throw new CommandLineException($"--certificate: '{path}' holds no private key.");
    }
}
