using System.Security.Cryptography;
using System.Text;
using LocalHost.Durable.History;

namespace LocalHost.Durable.Replay;

/// <summary>Holds what a replay asks for against what history says. Payloads appear by size and hash only: they do not belong into messages.</summary>
internal static class ActionComparison
{
    /// <exception cref="NonDeterministicOrchestrationException">The replay asks for something else, for more or for less.</exception>
    public static void Demand(IReadOnlyList<OrchestrationAction> recorded, IReadOnlyList<OrchestrationAction> replayed, string where)
    {
        for (var index = 0; index < Math.Max(recorded.Count, replayed.Count); index++)
        {
            var (expected, actual) = (recorded.ElementAtOrDefault(index), replayed.ElementAtOrDefault(index));
            if (!Equals(expected, actual))
            {
                throw new NonDeterministicOrchestrationException(
                    $"{where}: history has {Describe(expected)} where the code now asks for {Describe(actual)}. "
                    + "An orchestrator must come to the same calls at every replay: no clock, no randomness, no I/O, no changed code under running instances.");
            }
        }
    }

    private static string Describe(OrchestrationAction? action) => action switch
    {
        null => "nothing",
        TaskScheduled task => $"#{task.Id} activity '{task.Name}'{VersionOf(task.Version)} with {Payload(task.Input)}",
        SubOrchestrationScheduled child =>
            $"#{child.Id} sub-orchestration '{child.Name}'{VersionOf(child.Version)} as '{child.InstanceId}' with {Payload(child.Input)}",
        TimerCreated timer => $"#{timer.Id} timer at {timer.FireAt:O}",
        TimerCancelled cancelled => $"#{cancelled.Id} cancellation of timer #{cancelled.TimerId}",
        EventSent sent => $"#{sent.Id} event '{sent.Name}' to '{sent.InstanceId}' with {Payload(sent.Input)}",
        _ => $"#{action.Id} {action.GetType().Name}",
    };

    private static string VersionOf(string version) => version.Length == 0 ? string.Empty : $" version {version}";

    private static string Payload(string? data)
    {
        if (data is null)
        {
            return "no input";
        }

        var bytes = Encoding.UTF8.GetBytes(data);
        return $"an input of {bytes.Length} bytes ({Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 4))})";
    }
}
