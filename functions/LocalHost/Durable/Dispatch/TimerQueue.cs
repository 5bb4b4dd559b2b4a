namespace LocalHost.Durable.Dispatch;

/// <summary>Fires durable timers by the engine's clock. One system timer serves them all.</summary>
internal sealed class TimerQueue : IDisposable
{
    // System timers reach some 49 days; longer waits go in steps.
    private static readonly TimeSpan LongestStep = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly PriorityQueue<TimerKey, DateTimeOffset> _queue = new();
    private readonly HashSet<TimerKey> _armed = [];
    private readonly TimeProvider _time;
    private readonly Action<TimerKey> _fire;
    private readonly ITimer _timer;

    public TimerQueue(TimeProvider time, Action<TimerKey> fire)
    {
        _time = time;
        _fire = fire;
        _timer = time.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>When the next timer fires; null when none is set.</summary>
    public DateTimeOffset? Next
    {
        get
        {
            lock (_gate)
            {
                DropCancelled();
                return _queue.TryPeek(out _, out var due) ? due : null;
            }
        }
    }

    public void Add(TimerKey key, DateTimeOffset due)
    {
        lock (_gate)
        {
            if (_armed.Add(key))
            {
                _queue.Enqueue(key, due);
            }
        }

        Tick();
    }

    public void Cancel(TimerKey key)
    {
        lock (_gate)
        {
            _armed.Remove(key);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Tick()
    {
        var due = new List<TimerKey>();
        lock (_gate)
        {
            DropCancelled();
            while (_queue.TryPeek(out var key, out var at) && at <= _time.GetUtcNow())
            {
                _queue.Dequeue();
                if (_armed.Remove(key))
                {
                    due.Add(key);
                }
            }

            DropCancelled();
            Arm();
        }

        due.ForEach(_fire);
    }

    private void DropCancelled()
    {
        while (_queue.TryPeek(out var key, out _) && !_armed.Contains(key))
        {
            _queue.Dequeue();
        }
    }

    private void Arm()
    {
        if (!_queue.TryPeek(out _, out var next))
        {
            return;
        }

        var wait = next - _time.GetUtcNow();
        wait = wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait;
        try
        {
            _timer.Change(wait < LongestStep ? wait : LongestStep, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // The engine is gone; whoever comes next arms its timers from history.
        }
    }
}

/// <summary>A timer of an execution.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Execution">The execution's number.</param>
/// <param name="TimerId">The timer's number; <see cref="Start"/> for the moment at which the instance may start.</param>
internal readonly record struct TimerKey(string InstanceId, int Execution, int TimerId)
{
    /// <summary>Stands for the start of an instance.</summary>
    public const int Start = -1;
}
