using KsefFunctions.Files;
using KsefFunctions.Receipts;
using KsefFunctions.Results;
using KsefFunctions.Steps;

namespace KsefFunctions.Orchestrators;

/// <summary>
/// Ends a file that was sent. Its invoices are legally issued by now, whatever becomes of their receipts: these are looked for with growing waits
/// for days, while the result is out already, and one that never comes makes no dead letter.
/// </summary>
internal static class ReceiptFlow
{
    public static async Task<FileOutcome> RunAsync(FileFlow flow, ApprovalRecord? decision)
    {
        // However often it is looked for, it is one step.
        var input = new EndInput(flow.NextStep(), flow.Steps, decision);
        var settings = flow.File.Settings;
        var until = flow.Now + settings.ReceiptsFor;
        for (var wait = settings.FirstRetry; ; wait = settings.Bounded(wait * 2))
        {
            var answer = await flow.CallAsync<Answer<FileOutcome>>(nameof(StoreUpos), input with { GivesUp = flow.Now >= until });
            if (answer.RetryAfter is null && answer.Value != FileOutcome.AwaitingReceipt)
            {
                return answer.Value;
            }

            await flow.WaitAsync(answer.RetryAfter ?? wait);
        }
    }
}
