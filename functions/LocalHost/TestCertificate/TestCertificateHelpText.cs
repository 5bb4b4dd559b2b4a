namespace LocalHost.TestCertificate;

/// <summary>What <c>make-test-certificate --help</c> prints.</summary>
internal static class TestCertificateHelpText
{
    public const string Text = """
        Makes a company seal that signs itself, valid for a year. KSeF's test environment and the simulator take such certificates; demo and production do not.

        Usage: dotnet run --project functions/LocalHost -- make-test-certificate [options]

          --nip NIP            The company. Default: an invented NIP, other than the last time. The test environment is shared: what others sent
                               under the NIP is there.
          --out DIR            Write the files into this folder. Default: where you stand.
          --help               Show this text.

        It writes ksef-NIP.pfx, which --ksef test --certificate takes, and ksef-NIP.crt with ksef-NIP.key, which import-certificate takes. Key and PFX are
        under the password in the environment variable KSEF_CERTIFICATE_PASSWORD; without it, under none. A file that exists is never overwritten.

        Exit codes
          0  made
          2  bad arguments, or a file exists

        """;
}
