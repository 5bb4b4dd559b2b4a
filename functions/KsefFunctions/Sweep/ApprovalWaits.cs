using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Settings;
using KsefFunctions.Watch;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Sweep;

/// <summary>
/// Files that wait for a person, company by company: those that have waited for long, and towards the end of Warsaw's day those that hold an
/// invoice dated that day. KSeF makes an invoice that comes later than on its day (<c>P_1</c>) an offline one.
/// </summary>
public sealed partial class ApprovalWaits(
    LedgerStore ledger, IOptions<KsefFunctionsOptions> options, TimeProvider time, ILogger<ApprovalWaits> logger)
{
    /// <summary>At most two findings for each company.</summary>
    public async Task<IReadOnlyList<WatchFinding>> FindAsync(IReadOnlyList<FileSummary> waiting, CancellationToken cancellationToken)
    {
        var findings = new List<WatchFinding>();
        foreach (var company in waiting.GroupBy(file => file.ContextNip))
        {
            if (OnAge([.. company.Select(file => time.GetUtcNow() - (file.AttemptStartedAt ?? file.ReceivedAt))]) is { } late)
            {
                findings.Add(late with { ContextNip = company.Key });
            }

            if (await OnDayAsync(company, cancellationToken) is { } due)
            {
                findings.Add(due with { ContextNip = company.Key });
            }
        }

        foreach (var finding in findings)
        {
            LogFinding(finding.ContextNip!, finding.Code, finding.Message);
        }

        return findings;
    }

    private WatchFinding? OnAge(IReadOnlyList<TimeSpan> ages)
    {
        var late = ages.Count(age => age > options.Value.ApprovalLateAfter);
        return late == 0 ? null : WatchFinding.Of(WatchErrors.ApprovalLate, late, (int)ages.Max().TotalHours);
    }

    private async Task<WatchFinding?> OnDayAsync(IEnumerable<FileSummary> files, CancellationToken cancellationToken)
    {
        var now = PolishTime.At(time.GetUtcNow());
        if (TimeOnly.FromDateTime(now) < options.Value.ApprovalDueFrom)
        {
            return null;
        }

        var today = DateOnly.FromDateTime(now);
        var due = 0;
        foreach (var file in files)
        {
            var record = await ledger.GetByNameAsync(file.LedgerName, cancellationToken);
            due += record.Invoices.Any(row => row.Outcome == InvoiceOutcome.Pending && row.IssueDate == today) ? 1 : 0;
        }

        return due == 0 ? null : WatchFinding.Of(WatchErrors.ApprovalDue, due);
    }

    [LoggerMessage(8005, LogLevel.Warning, "{Nip}: {ErrorCode} {Finding}")]
    private partial void LogFinding(string nip, string errorCode, string finding);
}
