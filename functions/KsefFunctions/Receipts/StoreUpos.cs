using KsefFunctions.Files;
using KsefFunctions.Results;
using KsefFunctions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Receipts;

/// <summary>Ends a file that was sent: fetches its receipts, then publishes its result with them.</summary>
public sealed class StoreUpos(KsefSteps steps, ReceiptStore receipts, FileEnding ending)
{
    [Function(nameof(StoreUpos))]
    public Task<Answer<FileOutcome>> RunAsync([ActivityTrigger] EndInput input, CancellationToken cancellationToken) => steps.AskAloneAsync(
        nameof(StoreUpos),
        input.File,
        record => record,
        ReceiptsJson.Default.AnswerFileOutcome,
        async (ksef, run) => ending.With(input, await receipts.StoreAsync(ksef, input.File, run.Record, cancellationToken), cancellationToken),
        cancellationToken);
}
