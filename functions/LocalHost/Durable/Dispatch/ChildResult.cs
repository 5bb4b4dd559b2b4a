using LocalHost.Durable.History;
using Microsoft.DurableTask.Client;

namespace LocalHost.Durable.Dispatch;

/// <summary>The end of a sub-orchestration as its parent learns it.</summary>
internal static class ChildResult
{
    public static OrchestrationMessage Of(ParentLink parent, ExecutionCompleted completed) =>
        completed.Status == OrchestrationRuntimeStatus.Completed
            ? new SubOrchestrationCompleted(parent.TaskId, completed.Output)
            : new SubOrchestrationFailed(parent.TaskId, completed.Failure ?? new Failure(
                typeof(OperationCanceledException).FullName!, "The sub-orchestration was terminated."));
}
