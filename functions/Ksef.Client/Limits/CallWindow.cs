namespace Ksef.Client;

/// <summary>The calls of one context in one group during the last hour.</summary>
internal sealed class CallWindow
{
    private readonly Lock _gate = new();
    private readonly LinkedList<DateTimeOffset> _calls = new();
    private DateTimeOffset _blockedUntil;

    public void Add(DateTimeOffset now)
    {
        lock (_gate)
        {
            Forget(now);
            _calls.AddLast(now);
        }
    }

    /// <summary>Nothing passes until then. What KSeF turned away does not count, so the call that was added for it is taken off.</summary>
    public void BlockUntil(DateTimeOffset moment)
    {
        lock (_gate)
        {
            if (_calls.Count > 0)
            {
                _calls.RemoveLast();
            }

            _blockedUntil = moment > _blockedUntil ? moment : _blockedUntil;
        }
    }

    /// <summary>What remains of a limit; null when there was nothing to count for an hour.</summary>
    public int? Left(int max, LimitWindow window, DateTimeOffset now)
    {
        lock (_gate)
        {
            Forget(now);
            if (now < _blockedUntil)
            {
                return 0;
            }

            var used = window == LimitWindow.Hour ? _calls.Count : _calls.Count(call => now - call < TimeSpan.FromMinutes(1));
            return _calls.Count == 0 ? null : Math.Max(0, max - used);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        while (_calls.First is { } oldest && now - oldest.Value >= TimeSpan.FromHours(1))
        {
            _calls.RemoveFirst();
        }
    }
}
