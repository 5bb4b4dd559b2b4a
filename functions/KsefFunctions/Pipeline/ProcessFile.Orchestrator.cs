using KsefFunctions.Approval;
using KsefFunctions.DeadLetters;
using KsefFunctions.Errors;
using KsefFunctions.Hosting;
using KsefFunctions.Intake;
using KsefFunctions.Ledger;
using KsefFunctions.Results;
using KsefFunctions.Validation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace KsefFunctions.Pipeline;

/// <summary>The way of one dropped file: validate, approve, submit, store the UPO, publish. What cannot be settled becomes a dead letter.</summary>
public static class ProcessFile
{
    [Function(nameof(ProcessFile))]
    public static async Task<FileOutcome> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var file = context.GetInput<FileReference>()!;
        var clock = new StepClock(context);
        try
        {
            return await SettleAsync(context, file, clock);
        }
        catch (Exception failure) when (failure is TaskFailedException or PipelineException)
        {
            var (step, message) = failure is TaskFailedException task ? (task.TaskName, task.FailureDetails.ErrorMessage) : ("Submit", failure.Message);
            var poison = PoisonEnvelope.ForFile(file, step, message, clock.Steps);
            await context.CallActivityAsync(nameof(Quarantine), poison, Retries.Step(file.Settings));
            return FileOutcome.DeadLettered;
        }
    }

    private static async Task<FileOutcome> SettleAsync(TaskOrchestrationContext context, FileReference file, StepClock clock)
    {
        var validated = await clock.TimeAsync(
            "Validate", () => context.CallActivityAsync<ValidatedFile>(nameof(ValidateFile), file, Retries.Step(file.Settings)));
        var goesOut = validated.Submissions.Count > 0 && file.Settings.Mode != FlowMode.DryRun;
        if (goesOut && file.Settings.Mode == FlowMode.Approval && !validated.Approved)
        {
            goesOut = await clock.TimeAsync("Approve", () => AskAsync(context, file));
        }

        if (goesOut)
        {
            foreach (var submission in validated.Submissions)
            {
                await SubmissionFlow.RunAsync(context, file, submission, validated.HasOpenSessions, clock);
            }
        }

        var upos = StoredUpos.None;
        if (goesOut || validated.HasAccepted)
        {
            upos = await clock.TimeAsync("StoreUpo", () => context.CallKsefAsync<StoredUpos>(file.Settings, nameof(StoreUpos), file));
        }

        var publish = new PublishInput(file, clock.Steps, upos.Names, DryRun: file.Settings.Mode == FlowMode.DryRun);
        return await context.CallActivityAsync<FileOutcome>(nameof(PublishResult), publish, Retries.Step(file.Settings));
    }

    private static async Task<bool> AskAsync(TaskOrchestrationContext context, FileReference file)
    {
        await context.CallActivityAsync(nameof(RequestApproval), file, Retries.Step(file.Settings));
        var decision = await context.WaitForExternalEvent<ApprovalRecord>(ApprovalEvent.Name);
        await context.CallActivityAsync(nameof(RecordDecision), new DecisionInput(file, decision), Retries.Step(file.Settings));
        return decision.Approved;
    }
}
