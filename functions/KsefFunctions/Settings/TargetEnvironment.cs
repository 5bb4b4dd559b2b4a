namespace KsefFunctions.Settings;

/// <summary>KSeF's environments, and our own.</summary>
public enum TargetEnvironment
{
    /// <summary>The simulator on this machine.</summary>
    Simulator,

    /// <summary>The Ministry's test environment: invented data only, visible to everyone.</summary>
    Test,

    /// <summary>The Ministry's pre-production environment with real certificates.</summary>
    Demo,

    /// <summary>Legal documents.</summary>
    Production,
}
