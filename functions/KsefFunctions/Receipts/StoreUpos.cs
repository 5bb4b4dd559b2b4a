using Ksef.Client;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Results;
using KsefFunctions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Receipts;

/// <summary>
/// Ends a file that was sent: fetches its receipts, then publishes its result with them. Where a receipt is not to be had, the result goes out
/// without it, once, and the step gives <see cref="FileOutcome.AwaitingReceipt"/>: a KSeF number must not wait for its receipt.
/// </summary>
public sealed partial class StoreUpos(KsefSteps steps, ReceiptStore receipts, FileEnding ending, ILogger<StoreUpos> logger)
{
    [Function(nameof(StoreUpos))]
    public Task<Answer<FileOutcome>> RunAsync([ActivityTrigger] EndInput input, CancellationToken cancellationToken) => steps.AskAloneAsync(
        nameof(StoreUpos),
        input.File,
        record => record,
        ReceiptsJson.Default.AnswerFileOutcome,
        (ksef, run) => EndAsync(ksef, run, input, cancellationToken),
        cancellationToken);

    private async Task<StepEnd<FileRecord, FileOutcome>> EndAsync(KsefContext ksef, FencedRun<FileRecord> run, EndInput input, CancellationToken cancellationToken)
    {
        try
        {
            return ending.With(input, await receipts.StoreAsync(ksef, run.Record, cancellationToken), cancellationToken);
        }
        catch (Exception late) when (late is KsefException || IsOfAReceipt(late))
        {
            LogLate(late, input.File.Id);
            if (input.GivesUp)
            {
                return ending.WithoutReceipt(input, cancellationToken);
            }

            await ending.AwaitReceiptAsync(run, cancellationToken);
            return late is KsefRateLimitException limit ? throw limit : StepEnd.Again(FileOutcome.AwaitingReceipt);
        }
    }

    private static bool IsOfAReceipt(Exception failure) =>
        failure is PipelineException numbered && (numbered.Definition == ReceiptErrors.UpoNotReady || numbered.Definition == ReceiptErrors.UpoMismatch);

    [LoggerMessage(2104, LogLevel.Information, "A receipt of {FileId} is still to come")]
    private partial void LogLate(Exception failure, string fileId);
}
