namespace LocalHost.Durable.History;

/// <summary>Something that happened outside and that the orchestrator learns in its next turn.</summary>
public abstract record OrchestrationMessage : HistoryEvent;

/// <summary>An activity returned.</summary>
/// <param name="Id">The number of the call.</param>
/// <param name="Result">The serialised result.</param>
public sealed record TaskCompleted(int Id, string? Result) : OrchestrationMessage;

/// <summary>An activity threw.</summary>
/// <param name="Id">The number of the call.</param>
/// <param name="Failure">What it threw.</param>
public sealed record TaskFailed(int Id, Failure Failure) : OrchestrationMessage;

/// <summary>A timer fired.</summary>
/// <param name="Id">The timer's number.</param>
public sealed record TimerFired(int Id) : OrchestrationMessage;

/// <summary>A sub-orchestration completed.</summary>
/// <param name="Id">The number of the call.</param>
/// <param name="Result">The serialised output.</param>
public sealed record SubOrchestrationCompleted(int Id, string? Result) : OrchestrationMessage;

/// <summary>A sub-orchestration failed or was terminated.</summary>
/// <param name="Id">The number of the call.</param>
/// <param name="Failure">Why.</param>
public sealed record SubOrchestrationFailed(int Id, Failure Failure) : OrchestrationMessage;

/// <summary>An event came in.</summary>
/// <param name="Name">The event.</param>
/// <param name="Input">The serialised payload.</param>
/// <param name="Source">Which send of which execution it comes from, so that a repeated delivery is recognised; null when a client raised it.</param>
public sealed record EventRaised(string Name, string? Input, string? Source = null) : OrchestrationMessage;

/// <summary>An operator halted the instance.</summary>
/// <param name="Reason">Why.</param>
public sealed record ExecutionSuspended(string? Reason) : OrchestrationMessage;

/// <summary>An operator let the instance go on.</summary>
/// <param name="Reason">Why.</param>
public sealed record ExecutionResumed(string? Reason) : OrchestrationMessage;

/// <summary>An operator ended the instance.</summary>
/// <param name="Output">The serialised output that it leaves.</param>
/// <param name="Recursive">Whether its sub-orchestrations end as well.</param>
public sealed record ExecutionTerminated(string? Output, bool Recursive) : OrchestrationMessage;

/// <summary>The orchestrator broke a rule in a way that showed only after its turn, such as waiting for a task that is not durable.</summary>
/// <param name="Failure">Which rule.</param>
public sealed record ExecutionFaulted(Failure Failure) : OrchestrationMessage;
