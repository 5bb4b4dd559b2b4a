using KsefFunctions.Dispatch;
using KsefFunctions.Files;
using KsefFunctions.Results;
using KsefFunctions.Validation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace KsefFunctions.Orchestrators;

/// <summary>
/// The way of one dropped file until its invoices are handed over to the dispatcher of its company, or to its end where nothing is to be sent: validate,
/// ask a person where that is wanted. What fails becomes a dead letter.
/// </summary>
public static class ProcessFile
{
    [Function(nameof(ProcessFile))]
    public static Task<FileOutcome> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var flow = new FileFlow(context, context.GetInput<FileReference>()!, steps: []);
        return flow.OrQuarantineAsync(() => GoAsync(flow));
    }

    private static async Task<FileOutcome> GoAsync(FileFlow flow)
    {
        var validated = await flow.TimeAsync("Validate", () => flow.CallAsync<ValidatedFile>(nameof(ValidateFile), flow.NextStep()));
        var decision = validated.NeedsApproval ? await flow.TimeAsync("Approve", () => flow.WaitForAsync<ApprovalRecord>(ApprovalEvent.Name)) : null;
        if (decision is { Approved: true })
        {
            await flow.CallAsync<bool>(nameof(HandOver), new HandOverInput(flow.NextStep(), validated.ToSend, decision, flow.Steps));
        }

        if (decision is not { Approved: false } && validated.ToSend.Count > 0)
        {
            return FileOutcome.Validated;
        }

        return validated.HasAccepted
            ? await flow.TimeAsync("StoreUpo", () => ReceiptFlow.RunAsync(flow, decision))
            : await flow.CallAsync<FileOutcome>(nameof(PublishResult), new EndInput(flow.NextStep(), flow.Steps, decision));
    }
}
