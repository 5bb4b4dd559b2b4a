namespace LocalHost.Cli;

/// <summary>Which KSeF the app talks to.</summary>
public enum KsefTarget
{
    Simulator,
    Test,
    Demo,
}
