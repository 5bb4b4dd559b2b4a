using KsefFunctions.Submission;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace KsefFunctions.Pipeline;

/// <summary>
/// Looks at a closed session with growing waits until KSeF has finished with it. The first looks belong to the file's own
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
        var (snapshot, wait) = await LookAsync(context, input.Session, input.Wait);
        if (!snapshot.IsFinished)
        {
            context.ContinueAsNew(input with { Wait = wait });
        }

        return snapshot;
    }

    /// <summary>Id of the orchestration that follows a session for a file; the sweep looks it up.</summary>
    /// <param name="fileInstanceId">Id of the file's own orchestration.</param>
    /// <param name="session">Reference number of the session.</param>
    public static string InstanceIdFor(string fileInstanceId, string session) =>
        // The end of a reference number tells sessions apart; with all of it the id would be longer than a hundred characters.
        $"{fileInstanceId}:{(session.Length > 13 ? session[^13..] : session)}";

    internal static async Task<SessionSnapshot> UntilFinishedAsync(TaskOrchestrationContext context, SessionInput session)
    {
        var (snapshot, wait) = await LookAsync(context, session, session.File.Settings.FirstPoll);
        return snapshot.IsFinished
            ? snapshot
            : await context.CallSubOrchestratorAsync<SessionSnapshot>(
                nameof(FollowSession),
                new FollowInput(session with { Steps = [] }, wait),
                new SubOrchestrationOptions(instanceId: InstanceIdFor(session.File.InstanceId, session.Session)));
    }

    private static async Task<(SessionSnapshot Snapshot, TimeSpan Wait)> LookAsync(
        TaskOrchestrationContext context, SessionInput session, TimeSpan wait)
    {
        var longest = session.File.Settings.LongestPoll;
        for (var looks = 1; ; looks++)
        {
            if (wait > TimeSpan.Zero)
            {
                await context.CreateTimer(wait, CancellationToken.None);
            }

            var snapshot = await context.CallKsefAsync<SessionSnapshot>(session.File.Settings, nameof(PollSession), session with { Steps = [] });
            wait = Longer(wait, longest);
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
