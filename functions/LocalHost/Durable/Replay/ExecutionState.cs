using LocalHost.Durable.History;
using Microsoft.DurableTask.Client;

namespace LocalHost.Durable.Replay;

/// <summary>Where an execution stands, worked out from its history alone.</summary>
internal sealed class ExecutionState
{
    // A delivery is repeated only after a crash and soon: a long-lived receiver need not remember all senders it ever had.
    private const int RememberedSources = 50;

    private readonly List<HistoryEvent> _events = [];
    private readonly Dictionary<int, TaskScheduled> _tasks = [];
    private readonly Dictionary<int, TimerCreated> _timers = [];
    private readonly Dictionary<int, SubOrchestrationScheduled> _children = [];
    private readonly Dictionary<(int Execution, int Id), EventSent> _sends = [];
    private readonly List<string> _sources = [];
    private readonly HashSet<string> _knownSources = new(StringComparer.Ordinal);
    private readonly List<(int Execution, SubOrchestrationScheduled Child)> _inheritedChildren = [];

    public ExecutionState(ExecutionKey key, IEnumerable<HistoryEvent> events)
    {
        Key = key;
        foreach (var entry in events)
        {
            Apply(entry);
        }
    }

    public ExecutionKey Key { get; }

    public IReadOnlyList<HistoryEvent> Events => _events;

    public ExecutionStarted Started { get; private set; } = null!;

    public DateTimeOffset LastUpdatedAt { get; private set; }

    /// <summary>The time that the last turn saw; null before the first one.</summary>
    public DateTimeOffset? LastTurnAt { get; private set; }

    public bool IsSuspended { get; private set; }

    public string? CustomStatus { get; private set; }

    public ExecutionCompleted? Completed { get; private set; }

    /// <summary>Whether messages are stored that no turn has seen.</summary>
    public bool HasWaitingMessages { get; private set; }

    /// <summary>Activities without a result.</summary>
    public IReadOnlyCollection<TaskScheduled> OpenTasks => _tasks.Values;

    /// <summary>Timers that have neither fired nor been cancelled.</summary>
    public IReadOnlyCollection<TimerCreated> OpenTimers => _timers.Values;

    /// <summary>Sub-orchestrations without a result.</summary>
    public IReadOnlyCollection<SubOrchestrationScheduled> OpenChildren => _children.Values;

    /// <summary>Sub-orchestrations that the execution before this one asked for. Nobody waits for them.</summary>
    public IReadOnlyCollection<(int Execution, SubOrchestrationScheduled Child)> InheritedChildren => _inheritedChildren;

    /// <summary>Events to other instances that may not have arrived.</summary>
    public IReadOnlyCollection<KeyValuePair<(int Execution, int Id), EventSent>> OpenSends => _sends;

    /// <summary>The sources of the latest events from other instances.</summary>
    public IEnumerable<string> RecentSources => _sources.TakeLast(RememberedSources);

    public OrchestrationRuntimeStatus Status => Completed?.Status
        ?? (IsSuspended ? OrchestrationRuntimeStatus.Suspended
        : LastTurnAt is null ? OrchestrationRuntimeStatus.Pending
        : OrchestrationRuntimeStatus.Running);

    /// <summary>Whether a message concerns something that is still open. Others are repetitions and are dropped.</summary>
    public bool Awaits(OrchestrationMessage message) => message switch
    {
        TaskCompleted completed => _tasks.ContainsKey(completed.Id),
        TaskFailed failed => _tasks.ContainsKey(failed.Id),
        SubOrchestrationCompleted completed => _children.ContainsKey(completed.Id),
        SubOrchestrationFailed failed => _children.ContainsKey(failed.Id),
        TimerFired fired => _timers.ContainsKey(fired.Id),
        EventRaised { Source: { } source } => !_knownSources.Contains(source),
        ExecutionSuspended => !IsSuspended,
        ExecutionResumed => IsSuspended,
        _ => true,
    };

    public void Apply(HistoryEvent entry)
    {
        _events.Add(entry);
        switch (entry)
        {
            case OrchestrationAction action:
                Open(action, Key.Number);
                break;
            case OrchestrationMessage message:
                HasWaitingMessages = true;
                Close(message);
                break;
            case ExecutionStarted started:
                Started = started;
                LastUpdatedAt = started.CreatedAt;
                break;
            case ActionInherited inherited:
                Open(inherited.Action, inherited.Execution);
                break;
            case SourcesInherited inherited:
                inherited.Sources.ToList().ForEach(Remember);
                break;
            case TurnStarted turn:
                HasWaitingMessages = false;
                LastTurnAt = LastUpdatedAt = turn.At;
                break;
            case MessagesStored stored:
                LastUpdatedAt = stored.At;
                break;
            case CustomStatusSet set:
                CustomStatus = set.Status;
                break;
            case EventDelivered delivered:
                _sends.Remove((delivered.Execution, delivered.Id));
                break;
            case ExecutionCompleted completed:
                Completed = completed;
                LastUpdatedAt = completed.At;
                break;
        }
    }

    private void Open(OrchestrationAction action, int execution)
    {
        switch (action)
        {
            case TaskScheduled task:
                _tasks.Add(task.Id, task);
                break;
            case TimerCreated timer:
                _timers.Add(timer.Id, timer);
                break;
            case TimerCancelled cancelled:
                _timers.Remove(cancelled.TimerId);
                break;
            case SubOrchestrationScheduled child when execution == Key.Number:
                _children.Add(child.Id, child);
                break;
            case SubOrchestrationScheduled child:
                _inheritedChildren.Add((execution, child));
                break;
            case EventSent sent:
                _sends.Add((execution, sent.Id), sent);
                break;
        }
    }

    private void Close(OrchestrationMessage message)
    {
        switch (message)
        {
            case TaskCompleted completed:
                _tasks.Remove(completed.Id);
                break;
            case TaskFailed failed:
                _tasks.Remove(failed.Id);
                break;
            case SubOrchestrationCompleted completed:
                _children.Remove(completed.Id);
                break;
            case SubOrchestrationFailed failed:
                _children.Remove(failed.Id);
                break;
            case TimerFired fired:
                _timers.Remove(fired.Id);
                break;
            case EventRaised { Source: { } source }:
                Remember(source);
                break;
            case ExecutionSuspended:
                IsSuspended = true;
                break;
            case ExecutionResumed:
                IsSuspended = false;
                break;
        }
    }

    private void Remember(string source)
    {
        if (_knownSources.Add(source))
        {
            _sources.Add(source);
        }
    }
}
