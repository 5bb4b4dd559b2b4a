namespace LocalHost.Durable.Dispatch;

/// <summary>Wakes clients that wait for an instance to come to a certain point.</summary>
internal sealed class InstanceWatch
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<Waiter>> _waiters = new(StringComparer.Ordinal);

    public void Publish(InstanceSnapshot snapshot)
    {
        lock (_gate)
        {
            if (_waiters.TryGetValue(snapshot.Key.InstanceId, out var waiters)
                && waiters.RemoveAll(waiter => waiter.Until(snapshot) && waiter.Source.TrySetResult(snapshot)) > 0
                && waiters.Count == 0)
            {
                _waiters.Remove(snapshot.Key.InstanceId);
            }
        }
    }

    /// <summary>Waits for the next published state that fulfils a condition. Register first, then look at the present state.</summary>
    public async Task<InstanceSnapshot> WaitAsync(string instanceId, Func<InstanceSnapshot, bool> until, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(until, new(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_gate)
        {
            if (!_waiters.TryGetValue(instanceId, out var waiters))
            {
                _waiters[instanceId] = waiters = [];
            }

            waiters.Add(waiter);
        }

        try
        {
            return await waiter.Source.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            Forget(instanceId, waiter);
        }
    }

    private void Forget(string instanceId, Waiter waiter)
    {
        lock (_gate)
        {
            if (_waiters.TryGetValue(instanceId, out var waiters) && waiters.Remove(waiter) && waiters.Count == 0)
            {
                _waiters.Remove(instanceId);
            }
        }
    }

    private sealed record Waiter(Func<InstanceSnapshot, bool> Until, TaskCompletionSource<InstanceSnapshot> Source);
}
