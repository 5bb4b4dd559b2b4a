using KsefFunctions.Settlement;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace KsefFunctions.Orchestrators;

/// <summary>
/// Looks at a closed session with growing waits until KSeF has finished with it. The first looks belong to the consignment's own
/// orchestration; a session that takes long gets one of its own, whose history starts anew every so often.
/// </summary>
public static class FollowSession
{
    private const int LooksInHistory = 20;
    private static readonly TimeSpan ShortestGrowingWait = TimeSpan.FromMilliseconds(250);

    [Function(nameof(FollowSession))]
    public static async Task<SessionSnapshot> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<FollowInput>()!;
        var (snapshot, wait) = await LookAsync(new ConsignmentFlow(context, input.Session.Consignment), input.Session, input.Wait);
        if (!snapshot.IsFinished)
        {
            context.ContinueAsNew(input with { Wait = wait });
        }

        return snapshot;
    }

    /// <summary>Id of the orchestration that follows a session; the sweep looks it up.</summary>
    /// <param name="consignmentInstanceId">Id of the consignment's own orchestration.</param>
    /// <param name="session">Reference number of the session.</param>
    public static string InstanceIdFor(string consignmentInstanceId, string session) =>
        // The end of a reference number tells sessions apart; with all of it the id would be longer than a hundred characters.
        $"{consignmentInstanceId}:{(session.Length > 13 ? session[^13..] : session)}";

    internal static async Task<SessionSnapshot> UntilFinishedAsync(ConsignmentFlow flow, string session)
    {
        // However often it is looked at, it is one step.
        var input = new SessionInput(flow.NextStep(), session);
        var (snapshot, wait) = await LookAsync(flow, input, flow.Settings.FirstPoll);
        return snapshot.IsFinished
            ? snapshot
            : await flow.CallSubOrchestratorAsync<SessionSnapshot>(
                nameof(FollowSession), InstanceIdFor(flow.Consignment.InstanceId, session), new FollowInput(input, wait));
    }

    private static async Task<(SessionSnapshot Snapshot, TimeSpan Wait)> LookAsync(ConsignmentFlow flow, SessionInput input, TimeSpan wait)
    {
        for (var looks = 1; ; looks++)
        {
            await flow.WaitAsync(wait);
            var snapshot = await flow.CallKsefAsync<SessionSnapshot>(nameof(PollSession), input);
            wait = Longer(wait, flow.Settings.LongestPoll);
            if (snapshot.IsFinished || looks == LooksInHistory)
            {
                return (snapshot, wait);
            }
        }
    }

    // Starting from no wait at all, as with a simulator without delay, must not become a busy loop.
    private static TimeSpan Longer(TimeSpan wait, TimeSpan longest)
    {
        var longer = wait < ShortestGrowingWait ? ShortestGrowingWait : wait * 1.5;
        return longer < longest ? longer : longest;
    }
}

/// <summary>Input of <see cref="FollowSession"/>.</summary>
public sealed record FollowInput(SessionInput Session, TimeSpan Wait);
