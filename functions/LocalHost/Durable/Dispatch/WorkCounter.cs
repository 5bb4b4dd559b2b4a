namespace LocalHost.Durable.Dispatch;

/// <summary>Counts what is queued or under way, so that a caller can wait for the moment when nothing is.</summary>
internal sealed class WorkCounter
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _idle = NewSource(completed: true);
    private long _count;

    public void Begin()
    {
        lock (_gate)
        {
            if (_count++ == 0)
            {
                _idle = NewSource(completed: false);
            }
        }
    }

    public void End()
    {
        lock (_gate)
        {
            if (--_count == 0)
            {
                _idle.TrySetResult();
            }
        }
    }

    public Task WaitUntilIdleAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _idle.Task.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource NewSource(bool completed)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (completed)
        {
            source.SetResult();
        }

        return source;
    }
}
