namespace KsefSimulator.Limits;

/// <summary>Counts the requests of one group from one context and address in the last second, minute and hour, and blocks when there are too many.</summary>
internal sealed class SlidingWindow
{
    private static readonly TimeSpan LongestBlock = TimeSpan.FromHours(1);
    private readonly List<DateTimeOffset> _accepted = [];
    private DateTimeOffset _blockedUntil;
    private DateTimeOffset _lastViolation;
    private int _violations;
    private string _reason = string.Empty;

    /// <summary>How many requests the last hour has seen.</summary>
    public int LastHour
    {
        get
        {
            lock (_accepted)
            {
                return _accepted.Count;
            }
        }
    }

    /// <summary>Takes a request in, or says for how long to wait.</summary>
    public RateLimitBlock? TryTake(RateLimitValues limits, DateTimeOffset now)
    {
        lock (_accepted)
        {
            if (now < _blockedUntil)
            {
                return new RateLimitBlock(_blockedUntil - now, _reason);
            }

            _accepted.RemoveRange(0, CountUpTo(now.AddHours(-1)));
            var wait = Exceeded(limits.PerHour, TimeSpan.FromHours(1), "godzinę", now)
                ?? Exceeded(limits.PerMinute, TimeSpan.FromMinutes(1), "minutę", now)
                ?? Exceeded(limits.PerSecond, TimeSpan.FromSeconds(1), "sekundę", now);
            if (wait is null)
            {
                _accepted.Add(now);
                return null;
            }

            return Block(wait.Value, now);
        }
    }

    private RateLimitBlock Block(TimeSpan wait, DateTimeOffset now)
    {
        // Each further violation within the hour doubles the block.
        _violations = now - _lastViolation > LongestBlock ? 1 : _violations + 1;
        _lastViolation = now;
        var block = TimeSpan.FromSeconds(Math.Max(1, wait.TotalSeconds) * Math.Pow(2, _violations - 1));
        _blockedUntil = now + (block < LongestBlock ? block : LongestBlock);
        return new RateLimitBlock(_blockedUntil - now, _reason);
    }

    private TimeSpan? Exceeded(int limit, TimeSpan window, string unit, DateTimeOffset now)
    {
        var inside = _accepted.Count - CountUpTo(now - window);
        if (inside < limit)
        {
            return null;
        }

        _reason = $"Przekroczono limit {limit} żądań na {unit}.";
        return _accepted[_accepted.Count - inside] + window - now;
    }

    private int CountUpTo(DateTimeOffset moment)
    {
        var (low, high) = (0, _accepted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _accepted[middle] <= moment ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

internal sealed record RateLimitBlock(TimeSpan RetryAfter, string Reason);
