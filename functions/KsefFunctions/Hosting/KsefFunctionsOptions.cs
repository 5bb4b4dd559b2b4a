namespace KsefFunctions.Hosting;

/// <summary>Settings of the app, section <c>KsefFunctions</c> (environment variables <c>KsefFunctions__Environment</c> and so on).</summary>
public sealed class KsefFunctionsOptions
{
    public const string Section = "KsefFunctions";

    /// <summary>Which KSeF.</summary>
    public TargetEnvironment Environment { get; set; } = TargetEnvironment.Simulator;

    /// <summary>Address of the simulator, ending with <c>/v2/</c>; only read for <see cref="TargetEnvironment.Simulator"/>.</summary>
    public Uri? SimulatorAddress { get; set; }

    /// <summary>Production sends legal documents: it needs this said on purpose.</summary>
    public bool AllowProduction { get; set; }

    public FlowMode Mode { get; set; } = FlowMode.Automatic;

    /// <summary>Wait before the first look at a closed session.</summary>
    public TimeSpan FirstPoll { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The waits between looks grow up to this.</summary>
    public TimeSpan LongestPoll { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Up to this many invoices of a package get a UPO each, beside the UPO of the session.</summary>
    public int SingleUposUpTo { get; set; } = 10;

    /// <summary>A file that lies in the inbox for this long without having been taken in is taken in by the sweep.</summary>
    public TimeSpan UnnoticedAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>A file whose orchestration has not moved for this long stands still. Longer than any wait that KSeF demands.</summary>
    public TimeSpan StandstillAfter { get; set; } = TimeSpan.FromHours(2);

    /// <summary>A file that is not settled after this long is late. Files that wait for a person never are.</summary>
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Key Vault with one secret for each company: <c>ksef-{nip}</c>, a PFX in Base64 (as Key Vault keeps certificates) or a KSeF token.</summary>
    public Uri? KeyVault { get; set; }
}
