using LocalHost.Durable.History;

namespace LocalHost.Durable.Dispatch;

/// <summary>An activity that waits for its run.</summary>
/// <param name="Key">The execution that called.</param>
/// <param name="Task">What it called.</param>
/// <param name="TraceParent">The trace that it belongs to.</param>
internal sealed record ActivityCall(ExecutionKey Key, TaskScheduled Task, string? TraceParent)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the activity has run, or will not run in this process.</summary>
    public Task Ended => _ended.Task;

    public void End() => _ended.TrySetResult();
}
