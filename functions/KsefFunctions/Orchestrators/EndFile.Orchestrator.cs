using KsefFunctions.Files;
using KsefFunctions.Settlement;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace KsefFunctions.Orchestrators;

/// <summary>
/// The rest of the way of a file whose invoices were in consignments: its receipts and its result, or, where a consignment was given up, its dead letter.
/// </summary>
public static class EndFile
{
    [Function(FileEndStart.Orchestration)]
    public static Task<FileOutcome> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<EndFileInput>()!;
        var flow = new FileFlow(context, input.File, input.Steps);
        return input.Failure is { } failure
            ? flow.QuarantineAsync(input.FailedStep!, failure)
            : flow.OrQuarantineAsync(() => flow.TimeAsync("StoreUpo", () => ReceiptFlow.RunAsync(flow, decision: null)));
    }
}
