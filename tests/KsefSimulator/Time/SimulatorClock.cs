namespace KsefSimulator.Time;

/// <summary>The simulator's clock: the given one plus what tests and the admin endpoint have advanced it by.</summary>
public sealed class SimulatorClock(TimeProvider inner) : TimeProvider
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(36_525);
    private long _offsetTicks;

    /// <summary>Raised with the new offset.</summary>
    internal event Action<TimeSpan>? Moved;

    /// <summary>How far the clock runs ahead of the one underneath.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Offset;

    /// <summary>Moves the clock forward: tokens expire, delays pass, sessions close themselves.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative, or leads further than a hundred years ahead.</exception>
    public void Advance(TimeSpan step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(step, Furthest - Offset);
        var offset = Interlocked.Add(ref _offsetTicks, step.Ticks);
        Moved?.Invoke(TimeSpan.FromTicks(offset));
    }
}
