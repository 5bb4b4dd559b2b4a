using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LocalHost.Cli;
using LocalHost.Credentials;
using SampleInvoices;

namespace LocalHost.TestCertificate;

/// <summary>From the arguments after <c>make-test-certificate</c> to the exit code.</summary>
public static class TestCertificateProgram
{
    private const int InventedNips = 1_000_000;

    /// <param name="arguments">The command line without the command's name.</param>
    /// <param name="terminal">What the program may print to.</param>
    /// <param name="environment">Reads environment variables.</param>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, Func<string, string?> environment) =>
        ExitCode.OfAsync(terminal, async () =>
        {
            TestCertificateOptions options = TestCertificateCommandLine.Parse(arguments);
            if (options.Help)
            {
                await terminal.Output.WriteAsync(TestCertificateHelpText.Text);
                return ExitCode.Success;
            }

            string nip = options.Nip ?? SampleNips.At(RandomNumberGenerator.GetInt32(InventedNips));
            CertificateFiles files = CertificateFiles.In(options.Directory ?? ".", nip);
            using X509Certificate2 seal = CompanySeal.Make(nip, TimeProvider.System);
            files.Write(seal, environment(UserCredential.PasswordVariable));
            await terminal.Output.WriteLineAsync($"""
                A test certificate of the company {nip}, valid until {seal.NotAfter.ToUniversalTime():yyyy-MM-dd}:
                  {files.Pfx}
                  {files.Certificate}
                  {files.Key}
                """);
            return ExitCode.Success;
        });
}
