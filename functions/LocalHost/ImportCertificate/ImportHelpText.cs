namespace LocalHost.ImportCertificate;

/// <summary>What <c>import-certificate --help</c> prints.</summary>
internal static class ImportHelpText
{
    public const string Text = """
        Checks a certificate from the Ministry's portal as the app will, and imports it with its key into Key Vault.

        Usage: dotnet run --project functions/LocalHost -- import-certificate [options]

          --vault URI          The vault, as an address or by its name.
          --thumbprint HEX     SHA-256 fingerprint of the certificate of a vault on this machine, which nobody vouches for.
          --nip NIP            The company that signs in with it; the certificate becomes ksef-NIP there, or its newest version.
          --certificate FILE   .crt or .pem as the portal gives it, or .pfx.
          --key FILE           The private key, where the certificate's file does not hold it.
          --environment NAME   test, demo or production: which KSeF issued it.
          --represents         The certificate names another company, which acts for this one by permission in KSeF.
          --dry-run            Check and show only.
          --help               Show this text.

        The password of the key comes from the environment variable KSEF_CERTIFICATE_PASSWORD, or is asked for.
        You are known to Azure by the sign-in of az, and need the role Key Vault Certificates Officer on the vault. A vault on this machine
        knows you by IDENTITY_ENDPOINT and IDENTITY_HEADER in the environment.

        Exit codes
          0  imported, or with --dry-run: fit to be imported
          1  Key Vault could not be reached, or refused
          2  bad arguments, or files that cannot be read
          4  the certificate is not fit for this company and environment; nothing was imported

        """;
}
