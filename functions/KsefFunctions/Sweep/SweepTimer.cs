using Azure;
using KsefFunctions.DeadLetters;
using KsefFunctions.Errors;
using KsefFunctions.Watch;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Sweep;

/// <summary>Every ten minutes: holds inbox, ledger and orchestrations against each other, so that nothing is lost without anybody knowing.</summary>
public sealed partial class SweepTimer(
    InboxSweep inbox,
    LedgerSweep ledger,
    OpenMarks marks,
    QueueWaits queues,
    IndexRepair index,
    PoisonQueue poison,
    WatchReports reports,
    SweepTelemetry telemetry,
    TimeProvider time,
    ILogger<SweepTimer> logger)
{
    [Function(nameof(SweepTimer))]
    public async Task RunAsync(
        [TimerTrigger("0 */10 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var drops = await inbox.RunAsync(durable, cancellationToken);
        var files = await ledger.RunAsync(durable, cancellationToken);
        await marks.RemoveLostAsync(durable, cancellationToken);
        await RepairIndexAsync(cancellationToken);
        var queued = await queues.FindAsync(cancellationToken);
        IReadOnlyList<WatchFinding> findings = [.. drops, .. files.Findings, .. queued.Findings];
        await reports.SaveAsync(WatchReport.Of(WatchNames.Sweep, time.GetUtcNow(), findings), cancellationToken);
        telemetry.Report(findings, files, queued);
        await DrainAsync(cancellationToken);
        if (files.Failures.Count > 0)
        {
            throw new AggregateException("Some files could not be looked at.", files.Failures);
        }
    }

    // What a crash left between sending and dead-lettering. Ledger and results do not depend on it.
    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        try
        {
            await poison.DrainAsync(until: null, cancellationToken);
        }
        catch (PipelineException failure)
        {
            LogNotDrained(failure);
        }
    }

    // Invoices do not depend on it; while the table is away, all else is to be swept.
    private async Task RepairIndexAsync(CancellationToken cancellationToken)
    {
        try
        {
            await index.RunAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            LogNotIndexed(failure);
        }
    }

    [LoggerMessage(8008, LogLevel.Error, "The index of invoices could not be completed; the next sweep tries again")]
    private partial void LogNotIndexed(Exception failure);

    [LoggerMessage(8004, LogLevel.Error, "The queue of dead letters could not be drained; the next sweep tries again")]
    private partial void LogNotDrained(Exception failure);
}
