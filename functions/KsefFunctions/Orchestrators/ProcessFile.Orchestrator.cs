using KsefFunctions.DeadLetters;
using KsefFunctions.Dispatch;
using KsefFunctions.Files;
using KsefFunctions.Results;
using KsefFunctions.Settlement;
using KsefFunctions.Validation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace KsefFunctions.Orchestrators;

/// <summary>The way of one dropped file: validate, hand its invoices over to the dispatcher of its company, wait until they are settled, store the UPO. What cannot be settled becomes a dead letter.</summary>
public static class ProcessFile
{
    [Function(nameof(ProcessFile))]
    public static async Task<FileOutcome> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var flow = new FileFlow(context, context.GetInput<FileReference>()!);
        try
        {
            return await SettleAsync(flow);
        }
        catch (Exception failure) when (failure is TaskFailedException or StoppedException)
        {
            var (step, message) = failure is TaskFailedException task ? (task.TaskName, task.FailureDetails.ErrorMessage) : (((StoppedException)failure).Step, failure.Message);
            await flow.CallAsync(nameof(Quarantine), PoisonEnvelope.ForFile(flow.File, step, message, flow.Steps));
            return FileOutcome.DeadLettered;
        }
    }

    private static async Task<FileOutcome> SettleAsync(FileFlow flow)
    {
        var validated = await flow.TimeAsync("Validate", () => flow.CallAsync<ValidatedFile>(nameof(ValidateFile), flow.NextStep()));
        var decision = validated.NeedsApproval ? await flow.TimeAsync("Approve", () => flow.WaitForAsync<ApprovalRecord>(ApprovalEvent.Name)) : null;
        var isSent = decision is not { Approved: false } && validated.ToSend.Count > 0;
        if (decision is { Approved: true })
        {
            await flow.CallAsync<bool>(nameof(HandOver), new HandOverInput(flow.NextStep(), validated.ToSend, decision, flow.Steps));
        }

        if (isSent)
        {
            var settled = await flow.WaitForAsync<SettledEvent>(SettledEvent.Name);
            flow.Took(settled.Steps);
            if (settled.Failure is { } failure)
            {
                throw new StoppedException(settled.FailedStep!, failure);
            }

            if (settled.Outcome is { } outcome)
            {
                return outcome;
            }
        }

        return isSent || validated.HasAccepted
            ? await flow.TimeAsync("StoreUpo", () => ReceiptFlow.RunAsync(flow, decision))
            : await flow.CallAsync<FileOutcome>(nameof(PublishResult), new EndInput(flow.NextStep(), flow.Steps, decision));
    }
}

/// <summary>The consignment that an invoice of the file went in has failed.</summary>
internal sealed class StoppedException(string step, string failure) : Exception(failure)
{
    /// <summary>The step that failed.</summary>
    public string Step { get; } = step;
}
