using LocalHost.Durable.History;
using LocalHost.Durable.Replay;

namespace LocalHost.Durable.Dispatch;

/// <summary>Separates messages that an execution waits for from repetitions and from those that come too late.</summary>
internal static class MessageFilter
{
    public static IReadOnlyList<OrchestrationMessage> Accept(ExecutionState execution, IEnumerable<InstanceMessage> inbox)
    {
        var accepted = new List<OrchestrationMessage>();
        var seen = new HashSet<object>();
        var isSuspended = execution.IsSuspended;
        foreach (var (content, number, _) in inbox)
        {
            if (number is not null && number != execution.Key.Number)
            {
                continue;
            }

            switch (content)
            {
                case ExecutionSuspended or ExecutionResumed:
                    if (isSuspended == content is ExecutionSuspended)
                    {
                        continue;
                    }

                    isSuspended = !isSuspended;
                    break;
                default:
                    if (!execution.Awaits(content) || (Identify(content) is { } identity && !seen.Add(identity)))
                    {
                        continue;
                    }

                    break;
            }

            accepted.Add(content);
        }

        return accepted;
    }

    /// <summary>Whether the execution is suspended once these messages are stored.</summary>
    public static bool IsSuspendedAfter(ExecutionState execution, IEnumerable<OrchestrationMessage> accepted) => accepted.LastOrDefault(
        message => message is ExecutionSuspended or ExecutionResumed) switch
    {
        ExecutionSuspended => true,
        ExecutionResumed => false,
        _ => execution.IsSuspended,
    };

    private static object? Identify(OrchestrationMessage message) => message switch
    {
        TaskCompleted completed => completed.Id,
        TaskFailed failed => failed.Id,
        SubOrchestrationCompleted completed => completed.Id,
        SubOrchestrationFailed failed => failed.Id,
        TimerFired fired => fired.Id,
        EventRaised raised => raised.Source,
        _ => null,
    };
}
