namespace KsefSimulator.Settings;

/// <summary>Which request limits are enforced from the start; a context can set its own through the test-data endpoints.</summary>
public enum RateLimitProfile
{
    /// <summary>None.</summary>
    Off,

    /// <summary>Ten times the published ones, as the documentation of TEST says.</summary>
    Test,

    /// <summary>The published ones.</summary>
    Production,
}
