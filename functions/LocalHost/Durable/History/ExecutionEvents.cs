using Microsoft.DurableTask.Client;

namespace LocalHost.Durable.History;

/// <summary>The execution exists. Always the first entry.</summary>
/// <param name="Name">The orchestrator.</param>
/// <param name="Version">Its version; empty when unversioned.</param>
/// <param name="CreatedAt">When the execution was stored.</param>
/// <param name="Input">The serialised input.</param>
/// <param name="StartAt">The moment before which the first turn does not run.</param>
/// <param name="Parent">The orchestration that waits for this one.</param>
/// <param name="Tags">Labels given at the start.</param>
/// <param name="TraceParent">The W3C trace context of the start.</param>
public sealed record ExecutionStarted(
    string Name,
    string Version,
    DateTimeOffset CreatedAt,
    string? Input,
    DateTimeOffset? StartAt = null,
    ParentLink? Parent = null,
    IReadOnlyDictionary<string, string>? Tags = null,
    string? TraceParent = null) : HistoryEvent;

/// <summary>Which call of which execution started a sub-orchestration.</summary>
/// <param name="Name">The parent's orchestrator.</param>
/// <param name="InstanceId">The parent's instance.</param>
/// <param name="Execution">The parent's execution; a later one does not wait any more.</param>
/// <param name="TaskId">The number of the call.</param>
public sealed record ParentLink(string Name, string InstanceId, int Execution, int TaskId);

/// <summary>Something that the execution before this one asked for and that may not have been done when it continued as new.</summary>
/// <param name="Execution">The execution that asked.</param>
/// <param name="Action">What it asked for.</param>
public sealed record ActionInherited(int Execution, OrchestrationAction Action) : HistoryEvent;

/// <summary>Events from other instances that executions before this one have had, so that a repeated delivery is still recognised.</summary>
/// <param name="Sources">Their sources, the latest last.</param>
public sealed record SourcesInherited(IReadOnlyList<string> Sources) : HistoryEvent;

/// <summary>The orchestrator ran, after it had been given the messages before this entry.</summary>
/// <param name="At">The time that the orchestrator saw.</param>
public sealed record TurnStarted(DateTimeOffset At) : HistoryEvent;

/// <summary>The messages before this entry were stored without a turn: the instance was suspended or the host about to stop.</summary>
/// <param name="At">When they were stored.</param>
public sealed record MessagesStored(DateTimeOffset At) : HistoryEvent;

/// <summary>The orchestrator changed its custom status.</summary>
/// <param name="Status">The serialised status.</param>
public sealed record CustomStatusSet(string? Status) : HistoryEvent;

/// <summary>An event that this execution, or the one before it, sent has been stored by its receiver.</summary>
/// <param name="Execution">The execution that sent it.</param>
/// <param name="Id">The number of its <see cref="EventSent"/>.</param>
public sealed record EventDelivered(int Execution, int Id) : HistoryEvent;

/// <summary>The execution has ended. Nothing follows that the orchestrator would see.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Output">The serialised output.</param>
/// <param name="Failure">Why it failed.</param>
public sealed record ExecutionCompleted(
    DateTimeOffset At, OrchestrationRuntimeStatus Status, string? Output = null, Failure? Failure = null) : HistoryEvent;
