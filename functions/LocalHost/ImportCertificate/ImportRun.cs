using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using KsefFunctions.Certificates;
using KsefFunctions.Settings;
using LocalHost.Cli;

namespace LocalHost.ImportCertificate;

/// <summary>One import: read, check as the app will, show, import, say what happens next.</summary>
internal sealed class ImportRun(ImportOptions options, Terminal terminal, TimeProvider time)
{
    /// <summary>Who imports, and how the requests go out; tests lead them to a vault of their own.</summary>
    public TokenCredential Identity { get; init; } = new DefaultAzureCredential();

    public HttpPipelineTransport? Transport { get; init; } =
        options.Thumbprint is { } thumbprint ? PinnedCertificate.Transport(options.Vault!, thumbprint) : null;

    private string Nip => options.Nip!;

    private TargetEnvironment Environment => options.Environment!.Value;

    /// <exception cref="CommandLineException">The files cannot be read.</exception>
    public async Task<int> RunAsync(ImportPassword password, CancellationToken cancellationToken)
    {
        using X509Certificate2 certificate = new CertificateFile(password).Read(options.CertificatePath!, options.KeyPath);
        var marks = new CredentialMarks(options.Represents ? Nip : null, Environment);
        Show(certificate);
        if (CertificateRules.Objection(certificate, new CredentialUse(Nip, Environment, marks), time.GetUtcNow()) is { } objection && !IsForLater(objection))
        {
            await terminal.Errors.WriteLineAsync($"{objection.Definition.Code}: {objection.Text}");
            await terminal.Errors.WriteLineAsync(objection.TextPl);
            await terminal.Errors.WriteLineAsync("Nothing was imported.");
            return ExitCode.CertificateRefused;
        }

        if (options.DryRun)
        {
            await terminal.Output.WriteLineAsync("Fit to be imported. This was a dry run: nothing was.");
            return ExitCode.Success;
        }

        return await ImportAsync(certificate, marks, cancellationToken);
    }

    // A certificate may be imported ahead of its first day; until then the one before serves on.
    private static bool IsForLater(CredentialRefusal objection) => objection.Definition == KsefFunctions.Errors.CertificateErrors.NotYetValid;

    private async Task<int> ImportAsync(X509Certificate2 certificate, CredentialMarks marks, CancellationToken cancellationToken)
    {
        string name = CredentialName.Of(Nip);
        var vault = new VaultImport(options.Vault!, Identity, Transport);
        bool isSent = false;
        bool isRefused = false;
        try
        {
            if (await vault.FindAsync(name, cancellationToken) is { } end)
            {
                await terminal.Output.WriteLineAsync($"There is a version already, valid until {Day(end)}. It stays in the vault as an older version.");
            }

            isSent = true;
            Uri imported = await vault.ImportAsync(name, certificate, marks.ToTags(), cancellationToken);
            await terminal.Output.WriteLineAsync($"""
                Imported as {imported}
                The app takes it up within 15 minutes, without a restart. Now delete the key file, and keep the password apart from any copy.
                """);
            return ExitCode.Success;
        }
        catch (RequestFailedException failure)
        {
            isRefused = failure.Status is >= 400 and < 500;
            await terminal.Errors.WriteLineAsync(failure.Status == 403
                ? $"Key Vault refused (HTTP 403, {failure.ErrorCode}): you need the role Key Vault Certificates Officer on {options.Vault}, and its firewall must let you in."
                : $"Key Vault did not take it (HTTP {failure.Status}, {failure.ErrorCode}): {FirstLine(failure.Message)}");
        }
        catch (AggregateException failure)
        {
            await terminal.Errors.WriteLineAsync($"{options.Vault} could not be reached: {FirstLine(failure.InnerException?.Message ?? failure.Message)}");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await terminal.Errors.WriteLineAsync("Stopped.");
        }
        catch (AuthenticationFailedException failure)
        {
            await terminal.Errors.WriteLineAsync($"Azure does not know who you are; sign in with 'az login'. {FirstLine(failure.Message)}");
        }

        await terminal.Errors.WriteLineAsync(isSent && !isRefused
            ? $"Whether it was imported is not known: look at the versions of {name} before you repeat it. The same certificate twice does no harm."
            : "Nothing was imported.");
        return ExitCode.HostFailure;
    }

    private void Show(X509Certificate2 certificate)
    {
        var facts = CertificateFacts.Of(certificate);
        terminal.Output.WriteLine($"""
            Certificate of {certificate.Subject}
              issued by     {certificate.Issuer}
              valid         {Day(facts.NotBefore)} to {Day(facts.NotAfter)}
              serial number {certificate.SerialNumber}
              thumbprint    {certificate.Thumbprint}
            For company {Nip} in {Environment}{(options.Represents ? ", which it represents on purpose" : string.Empty)}: {CredentialName.Of(Nip)} in {options.Vault?.AbsoluteUri ?? "no vault"}
            """);
    }

    private static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd();
}
