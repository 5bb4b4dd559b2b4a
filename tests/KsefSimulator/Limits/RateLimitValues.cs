namespace KsefSimulator.Limits;

/// <summary>How many requests are allowed in each sliding window.</summary>
internal sealed record RateLimitValues(int PerSecond, int PerMinute, int PerHour)
{
    public RateLimitValues Times(int factor) => new(PerSecond * factor, PerMinute * factor, PerHour * factor);
}
