using KsefFunctions.DeadLetters;
using KsefFunctions.Files;
using KsefFunctions.Results;
using KsefFunctions.Validation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace KsefFunctions.Orchestrators;

/// <summary>The way of one dropped file: validate, send (which authenticates), poll the status, store the UPO. What cannot be settled becomes a dead letter.</summary>
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
        catch (Exception failure) when (failure is TaskFailedException or Errors.PipelineException)
        {
            var (step, message) = failure is TaskFailedException task ? (task.TaskName, task.FailureDetails.ErrorMessage) : (nameof(SubmissionFlow), failure.Message);
            await flow.CallAsync(nameof(Quarantine), PoisonEnvelope.ForFile(flow.File, step, message, flow.Steps));
            return FileOutcome.DeadLettered;
        }
    }

    private static async Task<FileOutcome> SettleAsync(FileFlow flow)
    {
        var validated = await flow.TimeAsync("Validate", () => flow.CallAsync<ValidatedFile>(nameof(ValidateFile), flow.NextStep()));
        var decision = validated.NeedsApproval ? await flow.TimeAsync("Approve", () => flow.WaitForAsync<ApprovalRecord>(ApprovalEvent.Name)) : null;
        var isSent = decision is not { Approved: false } && validated.Submissions.Count > 0;
        if (isSent)
        {
            foreach (var submission in validated.Submissions)
            {
                await SubmissionFlow.RunAsync(flow, submission, decision);
            }
        }

        return isSent || validated.HasAccepted
            ? await flow.TimeAsync("StoreUpo", () => ReceiptFlow.RunAsync(flow, decision))
            : await flow.CallAsync<FileOutcome>(nameof(PublishResult), new EndInput(flow.NextStep(), flow.Steps, decision));
    }
}
