using System.Text.Json.Serialization;

namespace LocalHost.Durable.History;

/// <summary>Something that an orchestrator asked for. A replay must ask for equal things in the same order.</summary>
/// <param name="Id">The action's number within the execution, from 0.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TaskScheduled), nameof(TaskScheduled))]
[JsonDerivedType(typeof(TimerCreated), nameof(TimerCreated))]
[JsonDerivedType(typeof(TimerCancelled), nameof(TimerCancelled))]
[JsonDerivedType(typeof(SubOrchestrationScheduled), nameof(SubOrchestrationScheduled))]
[JsonDerivedType(typeof(EventSent), nameof(EventSent))]
public abstract record OrchestrationAction(int Id) : HistoryEvent;

/// <summary>An activity is called.</summary>
/// <param name="Id">The call's number.</param>
/// <param name="Name">The activity.</param>
/// <param name="Version">The version that is asked for.</param>
/// <param name="Input">The serialised input.</param>
public sealed record TaskScheduled(int Id, string Name, string Version, string? Input) : OrchestrationAction(Id);

/// <summary>A timer is set.</summary>
/// <param name="Id">The timer's number.</param>
/// <param name="FireAt">When it fires.</param>
public sealed record TimerCreated(int Id, DateTimeOffset FireAt) : OrchestrationAction(Id);

/// <summary>A timer is not waited for any more.</summary>
/// <param name="Id">The number of the cancellation.</param>
/// <param name="TimerId">The number of the timer.</param>
public sealed record TimerCancelled(int Id, int TimerId) : OrchestrationAction(Id);

/// <summary>A sub-orchestration is called.</summary>
/// <param name="Id">The call's number.</param>
/// <param name="Name">The orchestrator.</param>
/// <param name="Version">The version that is asked for.</param>
/// <param name="InstanceId">The id of the new instance.</param>
/// <param name="Input">The serialised input.</param>
public sealed record SubOrchestrationScheduled(int Id, string Name, string Version, string InstanceId, string? Input)
    : OrchestrationAction(Id);

/// <summary>An event goes to another instance.</summary>
/// <param name="Id">The number of the send.</param>
/// <param name="InstanceId">The receiver.</param>
/// <param name="Name">The event.</param>
/// <param name="Input">The serialised payload.</param>
public sealed record EventSent(int Id, string InstanceId, string Name, string? Input) : OrchestrationAction(Id);
