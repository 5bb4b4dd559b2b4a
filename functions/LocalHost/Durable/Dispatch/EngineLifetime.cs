namespace LocalHost.Durable.Dispatch;

/// <summary>How far an engine's life has come: running, stopping (what is under way is finished and stored), aborted (nothing is written any more).</summary>
internal sealed class EngineLifetime : IDisposable
{
    private readonly CancellationTokenSource _activities = new();
    private readonly CancellationTokenSource _aborted = new();
    private readonly CancellationToken _activitiesToken;
    private readonly CancellationToken _abortedToken;
    private volatile bool _isStarted;
    private volatile bool _isStopping;

    // Taken once: the tokens are asked for after the engine is disposed, too.
    public EngineLifetime() => (_activitiesToken, _abortedToken) = (_activities.Token, _aborted.Token);

    /// <summary>Whether no new turn and no new activity begins.</summary>
    public bool IsStopping => _isStopping;

    /// <summary>Cancelled when activities that still run must end.</summary>
    public CancellationToken ActivityCancellation => _activitiesToken;

    /// <summary>Cancelled when everything ends at once.</summary>
    public CancellationToken Aborted => _abortedToken;

    public void Start() => _isStarted = true;

    /// <summary>Checks that instances can be started and steered.</summary>
    /// <exception cref="InvalidOperationException">The engine does not run yet, or not any more.</exception>
    public void DemandRunning()
    {
        if (!_isStarted || _isStopping)
        {
            throw new InvalidOperationException("The durable engine is not running.");
        }
    }

    public void Stop() => _isStopping = true;

    public void CancelActivities() => _activities.Cancel();

    public void Abort()
    {
        _isStopping = true;
        _activities.Cancel();
        _aborted.Cancel();
    }

    public void Dispose()
    {
        _activities.Dispose();
        _aborted.Dispose();
    }
}
