using KsefFunctions.Certificates;
using KsefFunctions.Errors;

namespace KsefFunctions.Watch;

/// <summary>Looks at the credentials of every company in the vault, tells what is new since the last look, and keeps the gauge.</summary>
public sealed partial class CertificateInspection(
    CredentialVault vault, CredentialSelection selection, CertificateDaysLeft daysLeft, TimeProvider time, ILogger<CertificateInspection> logger)
{
    private const string AllCompanies = "*";

    /// <param name="last">The report of the look before; null when there was none.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    public async Task<WatchReport> RunAsync(WatchReport? last, CancellationToken cancellationToken)
    {
        var findings = new List<WatchFinding>();
        foreach (var nip in await CompaniesAsync(findings, cancellationToken))
        {
            findings.AddRange(await LookAsync(nip, last, cancellationToken));
        }

        return WatchReport.Of(WatchNames.Certificates, time.GetUtcNow(), findings);
    }

    private async Task<IReadOnlyList<string>> CompaniesAsync(List<WatchFinding> findings, CancellationToken cancellationToken)
    {
        try
        {
            var companies = await vault.CompaniesAsync(cancellationToken);
            daysLeft.KeepOnly(companies);
            return companies;
        }
        catch (PipelineException failure)
        {
            LogNotListed(failure);
            findings.Add(CredentialFindings.Failed(AllCompanies, failure));
            return [];
        }
    }

    private async Task<IReadOnlyList<WatchFinding>> LookAsync(string nip, WatchReport? last, CancellationToken cancellationToken)
    {
        CredentialChoice choice;
        try
        {
            choice = await selection.ChooseAsync(nip, cancellationToken);
        }
        catch (PipelineException failure)
        {
            LogNotRead(failure, nip);
            return [CredentialFindings.Failed(nip, failure)];
        }

        var now = time.GetUtcNow();
        var end = choice.Chosen is null ? EndOfUnusable(choice) : choice.CoveredUntil;
        daysLeft.Report(nip, end);
        var findings = CredentialFindings.Of(nip, choice, now);

        // A mistake is told when it is first seen, an end at each of its stages.
        var stages = choice.IsToken ? ExpiryStages.Token : ExpiryStages.Certificate;
        var nextStage = end is { } known && stages.IsNew(known, last?.At, now);
        foreach (var finding in findings.Where(finding => nextStage || !WasFound(finding, last)))
        {
            Tell(nip, finding);
        }

        choice.Chosen?.Release();
        return findings;
    }

    // What has ended is shown with the days since, so that the alert stays.
    private static DateTimeOffset? EndOfUnusable(CredentialChoice choice) =>
        choice.Refused.FirstOrDefault(version => version.Refusal.Definition == CertificateErrors.Ended)?.Facts?.NotAfter;

    private static bool WasFound(WatchFinding finding, WatchReport? last) =>
        last is not null && last.Findings.Any(before => before.Code == finding.Code && before.ContextNip == finding.ContextNip);

    private void Tell(string nip, WatchFinding finding)
    {
        if (finding.Warning)
        {
            LogWarning(nip, finding.Code, finding.Message);
        }
        else
        {
            LogError(nip, finding.Code, finding.Message);
        }
    }

    [LoggerMessage(6011, LogLevel.Warning, "Credential of {Nip}: {Code} {Finding}")]
    private partial void LogWarning(string nip, string code, string finding);

    [LoggerMessage(6012, LogLevel.Error, "Credential of {Nip}: {Code} {Finding}")]
    private partial void LogError(string nip, string code, string finding);

    [LoggerMessage(6013, LogLevel.Error, "The credentials in Key Vault cannot be listed")]
    private partial void LogNotListed(Exception failure);

    [LoggerMessage(6014, LogLevel.Error, "The credential of {Nip} cannot be read")]
    private partial void LogNotRead(Exception failure, string nip);
}
