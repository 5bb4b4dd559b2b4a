using KsefFunctions.Dispatch;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Settlement;
using KsefFunctions.Submission;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace KsefFunctions.Orchestrators;

/// <summary>The way of a consignment: send it in a session, poll its status, settle the files whose invoices went in it. What is not settled goes in another one.</summary>
public static class ProcessConsignment
{
    [Function(ConsignmentStart.Orchestration)]
    public static async Task<ConsignmentState> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var flow = new ConsignmentFlow(context, context.GetInput<ConsignmentReference>()!);
        try
        {
            return await SettleAsync(flow);
        }
        catch (Exception failure) when (failure is TaskFailedException or PipelineException)
        {
            var (step, message) = failure is TaskFailedException task ? (task.TaskName, task.FailureDetails.ErrorMessage) : (nameof(ProcessConsignment), failure.Message);
            await flow.CallAsync(nameof(StopConsignment), new StopInput(flow.NextStep(), step, message));
            return ConsignmentState.Stopped;
        }
    }

    private static async Task<ConsignmentState> SettleAsync(ConsignmentFlow flow)
    {
        await flow.WaitAsync(flow.Consignment.StartsAfter);
        var settled = 0;
        while (true)
        {
            var sent = await flow.CallKsefAsync<SentSession>(nameof(SendConsignment), flow.NextStep());
            if (sent.ReferenceNumber is not { } session)
            {
                return await FinishAsync(flow, sent.Failure, settled);
            }

            var snapshot = await FollowSession.UntilFinishedAsync(flow, session);
            settled += await SettleAsync(flow, session, snapshot.Status);
            if (!sent.IsEarlier)
            {
                return await FinishAsync(flow, snapshot.Status, settled);
            }

            // A session of an earlier attempt: what it did not settle is sent now.
            settled = 0;
        }
    }

    private static async Task<int> SettleAsync(ConsignmentFlow flow, string session, int status)
    {
        var settled = 0;
        string? continuation = null;
        do
        {
            var page = await flow.CallKsefAsync<SettledPage>(nameof(SettleConsignment), new SettleInput(flow.NextStep(), session, status, continuation));
            (settled, continuation) = (settled + page.Settled, page.ContinuationToken);
        }
        while (continuation is not null);
        return settled;
    }

    private static Task<ConsignmentState> FinishAsync(ConsignmentFlow flow, int? status, int settled) =>
        flow.CallAsync<ConsignmentState>(nameof(FinishConsignment), new FinishInput(flow.NextStep(), status, settled));
}
