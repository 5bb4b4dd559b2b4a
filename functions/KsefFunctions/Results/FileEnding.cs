using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Settings;
using KsefFunctions.Submission;
using KsefFunctions.Telemetry;

namespace KsefFunctions.Results;

/// <summary>Ends a file: a result file for each name it was dropped under, no ciphertext left behind, its final outcome in the ledger.</summary>
public sealed class FileEnding(ResultPublisher results, PackageStaging staging, FlowTelemetry telemetry, TimeProvider time)
{
    /// <param name="input">How the file went.</param>
    /// <param name="upos">Names of its receipts in the archive.</param>
    /// <param name="cancellationToken">Stops the writing of results.</param>
    public StepEnd<FileOutcome> With(EndInput input, IReadOnlyList<string> upos, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var dryRun = input.File.Settings.Mode == FlowMode.DryRun;
        return StepEnd.Done(record => Ended(record, input, upos, dryRun, now), record => record.Outcome) with
        {
            // The ledger must not call a file final whose result the ERP does not find. Names that are added later are served by the intake.
            Before = async record =>
            {
                await results.PublishAsync(record, record.Paths, cancellationToken);
                await RemoveStagedAsync(record, input, cancellationToken);
            },
            After = telemetry.Finished,
        };
    }

    /// <summary>The same, of a file whose receipts did not come in days: its invoices are accepted all the same.</summary>
    /// <param name="input">How the file went.</param>
    /// <param name="cancellationToken">Stops the writing of results.</param>
    public StepEnd<FileOutcome> WithoutReceipt(EndInput input, CancellationToken cancellationToken)
    {
        var end = With(input, upos: [], cancellationToken);
        return end with { Change = record => end.Change(record with { Errors = [.. record.Errors, ReceiptErrors.UpoMissing.Record()] }) };
    }

    /// <summary>Publishes what is settled before the receipts are there, once.</summary>
    public async Task AwaitReceiptAsync(FencedRun run, CancellationToken cancellationToken)
    {
        if (run.Record.Outcome != FileOutcome.AwaitingReceipt)
        {
            var awaiting = run.Record with { Outcome = FileOutcome.AwaitingReceipt };
            await results.PublishAsync(awaiting, awaiting.Paths, cancellationToken);
            await run.NoteAsync(record => record with { Outcome = FileOutcome.AwaitingReceipt });
        }
    }

    private static FileRecord Ended(FileRecord current, EndInput input, IReadOnlyList<string> upos, bool dryRun, DateTimeOffset now)
    {
        var decided = input.Decision is { } decision
            ? current with { Approval = decision, Errors = decision.Approved ? current.Errors : [.. current.Errors, FileErrors.Refused.Record(decision.By)] }
            : current;
        return decided with
        {
            Outcome = FinalOutcome.Of(decided, dryRun),
            FinishedAt = now,
            DryRun = dryRun,
            Steps = [.. input.Steps.Select(step => step with { FinishedAt = step.FinishedAt ?? now })],
            Upos = upos,
        };
    }

    // A single invoice that went through at once has left nothing.
    private Task RemoveStagedAsync(FileRecord record, EndInput input, CancellationToken cancellationToken) =>
        record.Sessions.Any(session => session.Kind == SessionKind.Batch || session.HasPaused)
            ? staging.RemoveAsync(input.File, cancellationToken)
            : Task.CompletedTask;
}
