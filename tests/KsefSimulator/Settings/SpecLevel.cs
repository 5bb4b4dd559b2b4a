namespace KsefSimulator.Settings;

/// <summary>Versions of the KSeF API that differ in what a client sees.</summary>
public enum SpecLevel
{
    /// <summary>API 2.6 (open and close share a request limit).</summary>
    V26,

    /// <summary>API 2.8 (closing has limits of its own, sending may answer 21184).</summary>
    V28,
}
