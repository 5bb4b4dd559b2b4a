using LocalHost.Durable.History;

namespace LocalHost.Durable.Replay;

/// <summary>One turn as history tells it.</summary>
/// <param name="Messages">What the orchestrator was given.</param>
/// <param name="At">The time that it saw.</param>
/// <param name="Actions">What it asked for.</param>
internal sealed record RecordedTurn(
    IReadOnlyList<OrchestrationMessage> Messages, DateTimeOffset At, IReadOnlyList<OrchestrationAction> Actions)
{
    /// <summary>Cuts a history into turns.</summary>
    /// <param name="history">All entries of an execution.</param>
    /// <param name="waiting">Messages that are stored but that no turn has seen.</param>
    public static IReadOnlyList<RecordedTurn> Split(IEnumerable<HistoryEvent> history, out IReadOnlyList<OrchestrationMessage> waiting)
    {
        var turns = new List<RecordedTurn>();
        var messages = new List<OrchestrationMessage>();
        var actions = new List<OrchestrationAction>();
        foreach (var entry in history)
        {
            switch (entry)
            {
                case OrchestrationMessage message:
                    messages.Add(message);
                    break;
                case TurnStarted turn:
                    actions = [];
                    turns.Add(new RecordedTurn(messages, turn.At, actions));
                    messages = [];
                    break;
                case OrchestrationAction action:
                    actions.Add(action);
                    break;
            }
        }

        waiting = messages;
        return turns;
    }
}
