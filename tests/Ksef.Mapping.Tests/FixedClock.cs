namespace Ksef.Mapping.Tests;

/// <summary>A clock that stands still in November 2026.</summary>
internal sealed class FixedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);
}
