using LocalHost.Durable.History;
using LocalHost.Durable.Replay;

namespace LocalHost.Durable.Dispatch;

/// <summary>
/// The first block of an execution that continues another one as new. Storing it is the one step in which the old execution ends: whatever the
/// old one asked for last and must not be lost goes with it.
/// </summary>
internal static class NextExecution
{
    public static IReadOnlyList<HistoryEvent> Open(
        ExecutionState previous,
        IEnumerable<HistoryEvent> notes,
        IEnumerable<OrchestrationMessage> messages,
        TurnOutcome outcome,
        OrchestratorEnd.StartsOver over,
        DateTimeOffset now) =>
    [
        previous.Started with { Input = over.Next.Input, Version = over.Next.Version, CreatedAt = now, StartAt = null },
        .. InheritActions(previous, notes, outcome),
        .. InheritSources(previous, messages),
        .. over.Events,
        new MessagesStored(now),
    ];

    private static IEnumerable<ActionInherited> InheritActions(ExecutionState previous, IEnumerable<HistoryEvent> notes, TurnOutcome outcome)
    {
        var delivered = notes.OfType<EventDelivered>().Select(note => (note.Execution, note.Id)).ToHashSet();
        return previous.OpenSends
            .Where(send => !delivered.Contains(send.Key))
            .Select(send => new ActionInherited(send.Key.Execution, send.Value))
            .Concat(outcome.Actions
                .Where(action => action is EventSent or SubOrchestrationScheduled)
                .Select(action => new ActionInherited(previous.Key.Number, action)));
    }

    private static IEnumerable<SourcesInherited> InheritSources(ExecutionState previous, IEnumerable<OrchestrationMessage> messages)
    {
        var sources = messages.OfType<EventRaised>().Select(raised => raised.Source).OfType<string>();
        List<string> all = [.. previous.RecentSources, .. sources];
        return all.Count == 0 ? [] : [new SourcesInherited(all)];
    }
}
