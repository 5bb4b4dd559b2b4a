using KsefFunctions.Ledger;
using KsefFunctions.Pipeline;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Results;

/// <summary>Ends a file that was sent: fetches its receipts, then publishes its result with them.</summary>
public sealed class StoreUpos(KsefSteps steps, ReceiptStore receipts, FileEnding ending)
{
    [Function(nameof(StoreUpos))]
    public Task<Answer<FileOutcome>> RunAsync([ActivityTrigger] EndInput input, CancellationToken cancellationToken) => steps.AskAloneAsync(
        nameof(StoreUpos),
        input.File,
        record => record,
        FlowJson.Default.AnswerFileOutcome,
        async (ksef, run) => ending.With(input, await receipts.StoreAsync(ksef, input.File, run.Record, cancellationToken), cancellationToken),
        cancellationToken);
}
