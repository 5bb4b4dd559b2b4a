using KsefFunctions.Ledger;
using KsefFunctions.Pipeline;
using KsefFunctions.Submission;
using KsefFunctions.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Results;

/// <summary>Ends a file: its final outcome in the ledger, a result file for each name it was dropped under, no ciphertext left behind.</summary>
public sealed class PublishResult(
    FileSteps steps, LedgerStore ledger, ResultPublisher results, PackageStaging staging, FlowTelemetry telemetry, TimeProvider time)
{
    [Function(nameof(PublishResult))]
    public Task<FileOutcome> RunAsync([ActivityTrigger] PublishInput input, CancellationToken cancellationToken) =>
        steps.RunAsync(nameof(PublishResult), input.File, () => PublishAsync(input, cancellationToken), cancellationToken);

    private async Task<FileOutcome> PublishAsync(PublishInput input, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var record = await ledger.UpdateAsync(
            input.File.LedgerName,
            current => current with
            {
                Outcome = FinalOutcome.Of(current, input.DryRun),
                FinishedAt = current.FinishedAt ?? now,
                DryRun = input.DryRun,
                Steps = input.Steps,
                Upos = input.Upos,
            },
            cancellationToken);

        // Names that are added from here on find the final outcome and are served by the intake.
        await results.PublishAsync(record, record.Paths, cancellationToken);
        await staging.RemoveAsync(input.File, cancellationToken);
        telemetry.Finished(record);
        return record.Outcome;
    }
}
