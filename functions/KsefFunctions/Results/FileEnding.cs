using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Settings;
using KsefFunctions.Telemetry;

namespace KsefFunctions.Results;

/// <summary>Ends a file: a result file for each name it was dropped under, its final outcome in the ledger.</summary>
public sealed class FileEnding(LedgerStore ledger, ResultPublisher results, FlowTelemetry telemetry, TimeProvider time)
{
    /// <param name="input">How the file went.</param>
    /// <param name="upos">Names of its receipts in the archive.</param>
    /// <param name="cancellationToken">Stops the writing of results.</param>
    public StepEnd<FileRecord, FileOutcome> With(EndInput input, IReadOnlyList<string> upos, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var dryRun = input.File.Settings.Mode == FlowMode.DryRun;
        return StepEnd.Done(record => Ended(Decided(record, input), upos, dryRun, now), record => record.Outcome) with
        {
            // The ledger must not call a file final whose result the ERP does not find. Names that are added later are served by the intake.
            Before = record => results.PublishAsync(record, record.Paths, cancellationToken),
            After = telemetry.Finished,
        };
    }

    /// <summary>The same, of a file whose receipts did not come in days: its invoices are accepted all the same.</summary>
    /// <param name="input">How the file went.</param>
    /// <param name="cancellationToken">Stops the writing of results.</param>
    public StepEnd<FileRecord, FileOutcome> WithoutReceipt(EndInput input, CancellationToken cancellationToken)
    {
        var end = With(input, upos: [], cancellationToken);
        return end with { Change = record => end.Change(record with { Errors = [.. record.Errors, ReceiptErrors.UpoMissing.Record()] }) };
    }

    /// <summary>The record of a file whose invoices are settled and whose receipts are there.</summary>
    /// <param name="settled">The record before.</param>
    /// <param name="upos">Names of its receipts in the archive.</param>
    public FileRecord Ended(FileRecord settled, IReadOnlyList<string> upos) => Ended(settled, upos, dryRun: false, time.GetUtcNow());

    /// <summary>Publishes a file that has ended, then writes down that it has.</summary>
    /// <param name="known">The version that it takes the place of.</param>
    /// <param name="ended">The file.</param>
    /// <param name="atHand">Its receipt, archived a moment ago; null when it has none.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>What the lists of settled files are to say; null when another writer was faster.</returns>
    public async Task<IReadOnlyList<SettledEntry>?> TryEndAsync(KnownRecord<FileRecord> known, FileRecord ended, ArchivedReceipt? atHand, CancellationToken cancellationToken)
    {
        var entries = await results.WriteAsync(ended, ended.Paths, atHand, cancellationToken);
        if (await ledger.TryReplaceAsync(known, ended, cancellationToken) is null)
        {
            // Where the other one has ended it, the ERP is to read what the ledger says.
            if (await ledger.GetByNameAsync(ended.LedgerName, cancellationToken) is { IsFinal: true } other)
            {
                await results.PublishAsync(other, other.Paths, cancellationToken);
            }

            return null;
        }

        telemetry.Finished(ended);
        return entries;
    }

    /// <summary>Publishes what is settled before the receipts are there, once.</summary>
    public async Task AwaitReceiptAsync(FencedRun<FileRecord> run, CancellationToken cancellationToken)
    {
        if (run.Record.Outcome != FileOutcome.AwaitingReceipt)
        {
            var awaiting = run.Record with { Outcome = FileOutcome.AwaitingReceipt };
            await results.PublishAsync(awaiting, awaiting.Paths, cancellationToken);
            await run.NoteAsync(record => record with { Outcome = FileOutcome.AwaitingReceipt });
        }
    }

    private static FileRecord Decided(FileRecord current, EndInput input) => (input.Decision is { } decision
        ? current with { Approval = decision, Errors = decision.Approved ? current.Errors : [.. current.Errors, FileErrors.Refused.Record(decision.By)] }
        : current) with
    { Steps = input.Steps };

    private static FileRecord Ended(FileRecord settled, IReadOnlyList<string> upos, bool dryRun, DateTimeOffset now) => settled with
    {
        Outcome = FinalOutcome.Of(settled, dryRun),
        FinishedAt = now,
        DryRun = dryRun,
        Steps = [.. settled.Steps.Select(step => step with { FinishedAt = step.FinishedAt ?? now })],
        Upos = upos,
    };
}
