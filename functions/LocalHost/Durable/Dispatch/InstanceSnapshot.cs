using LocalHost.Durable.History;
using LocalHost.Durable.Replay;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Durable.Dispatch;

/// <summary>An instance as it stood after a commit.</summary>
internal sealed record InstanceSnapshot(
    ExecutionKey Key,
    ExecutionStarted Started,
    OrchestrationRuntimeStatus Status,
    DateTimeOffset LastUpdatedAt,
    string? CustomStatus,
    ExecutionCompleted? Completed,
    bool HasRun)
{
    public static InstanceSnapshot From(ExecutionState execution) => new(
        execution.Key,
        execution.Started,
        execution.Status,
        execution.LastUpdatedAt,
        execution.CustomStatus,
        execution.Completed,
        execution.LastTurnAt is not null);

    public InstanceSummary Summarise() => new(Started.Name, Status, Started.CreatedAt, LastUpdatedAt);

    public OrchestrationMetadata ToMetadata(DataConverter? converter) => new(Started.Name, Key.InstanceId)
    {
        RuntimeStatus = Status,
        CreatedAt = Started.CreatedAt,
        LastUpdatedAt = LastUpdatedAt,
        DataConverter = converter,
        SerializedInput = converter is null ? null : Started.Input,
        SerializedOutput = converter is null ? null : Completed?.Output,
        SerializedCustomStatus = converter is null ? null : CustomStatus,
        FailureDetails = Completed?.Failure?.ToDetails(),
        Tags = Started.Tags ?? new Dictionary<string, string>(),
    };
}
