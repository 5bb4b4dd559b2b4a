namespace LocalHost.Hosting;

/// <summary>Which KSeF the app talks to.</summary>
public enum KsefTarget
{
    Simulator,
    Test,
    Demo,
}
