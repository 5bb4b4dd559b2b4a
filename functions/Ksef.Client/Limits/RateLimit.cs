namespace Ksef.Client;

/// <summary>Calls allowed in sliding windows, per context and source address.</summary>
public sealed record RateLimit
{
    /// <summary>In a second; null when KSeF does not say.</summary>
    public int? PerSecond { get; init; }

    /// <summary>In a minute; null when KSeF does not say.</summary>
    public int? PerMinute { get; init; }

    /// <summary>In an hour; null when KSeF does not say.</summary>
    public int? PerHour { get; init; }
}
