using KsefFunctions.Watch;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Sweep;

/// <summary>Every ten minutes: holds inbox, ledger and orchestrations against each other, so that nothing is lost without anybody knowing.</summary>
public sealed class SweepTimer(InboxSweep inbox, LedgerSweep ledger, WatchReports reports, SweepTelemetry telemetry, TimeProvider time)
{
    [Function(nameof(SweepTimer))]
    public async Task RunAsync(
        [TimerTrigger("0 */10 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var drops = await inbox.RunAsync(durable, cancellationToken);
        var files = await ledger.RunAsync(durable, cancellationToken);
        IReadOnlyList<WatchFinding> findings = [.. drops, .. files.Findings];
        await reports.SaveAsync(WatchReport.Of(WatchNames.Sweep, time.GetUtcNow(), findings), cancellationToken);
        telemetry.Report(findings, files.Oldest);
    }
}
