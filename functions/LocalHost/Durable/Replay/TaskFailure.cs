using LocalHost.Durable.History;
using Microsoft.DurableTask;

namespace LocalHost.Durable.Replay;

/// <summary>Failures of called tasks, as orchestrators see them.</summary>
internal sealed class TaskFailure(TaskFailedException exception, bool isNonRetriable) : Exception(exception.Message, exception)
{
    public TaskFailedException Visible { get; } = exception;

    public bool IsNonRetriable { get; } = isNonRetriable;

    public static TaskFailure From(string taskName, int taskId, Failure failure) =>
        new(new TaskFailedException(taskName, taskId, failure.ToDetails()), failure.IsNonRetriable);
}
