namespace KsefFunctions.Settings;

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

    /// <summary>
    /// Share of KSeF's limits of a minute and of an hour that the app leaves to what people do in the company's name at the same address, from 0 to 0.9.
    /// </summary>
    public decimal ShareLeftToPeople { get; set; } = 0.1m;

    /// <summary>Whether calls are held back before they would exceed KSeF's limits. Only a simulator may do without.</summary>
    public bool KeepToLimits { get; set; } = true;

    /// <summary>A file that lies in the inbox for this long without having been taken in is taken in by the sweep.</summary>
    public TimeSpan UnnoticedAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>A file whose orchestration has not moved for this long stands still. Longer than any wait that KSeF demands.</summary>
    public TimeSpan StandstillAfter { get; set; } = TimeSpan.FromHours(2);

    /// <summary>A file that is not settled after this long is late. Files that wait for a person never are.</summary>
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Files that KSeF's limits hold back for longer than this are told of.</summary>
    public TimeSpan QueueLateAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>A file that waits for a person for longer than this is told of.</summary>
    public TimeSpan ApprovalLateAfter { get; set; } = TimeSpan.FromHours(4);

    /// <summary>From this time of Warsaw's day on a file is told of that waits for a person and holds an invoice dated that day.</summary>
    public TimeOnly ApprovalDueFrom { get; set; } = new(14, 0);

    /// <summary>Wait before a step that met a passing fault runs again; it doubles from try to try.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The waits between tries grow up to this.</summary>
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a step is tried: longer than KSeF's maintenance windows and known outages.</summary>
    public TimeSpan RetryFor { get; set; } = TimeSpan.FromDays(2);

    /// <summary>Wait before a second session for the same invoices; it doubles before each further one, up to <see cref="LongestRetry"/>.</summary>
    public TimeSpan NextSessionAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How invoices are gathered into sessions.</summary>
    public GatherSettings Gather { get; set; } = new();

    /// <summary>How long the receipts of accepted invoices are looked for before the file ends without them.</summary>
    public TimeSpan ReceiptsFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a file that the blob trigger gave up on is taken in again and again before a person is asked.</summary>
    public TimeSpan TakenInAgainFor { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long the queue of dead letters is listened to before it counts as empty.</summary>
    public TimeSpan PoisonQueueWait { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The first moment without KSeF tokens, as midnight in Warsaw. By § 13 of the regulation Dz.U. 2025 poz. 1815 tokens end with 2026; to be moved if the law moves it.
    /// </summary>
    public DateTimeOffset TokensEnd { get; set; } = new(2027, 1, 1, 0, 0, 0, TimeSpan.FromHours(1));

    /// <summary>Key Vault with one secret for each company: <c>ksef-{nip}</c>, a PFX in Base64 (as Key Vault keeps certificates) or a KSeF token.</summary>
    public Uri? KeyVault { get; set; }

    /// <summary>
    /// SHA-256 of the TLS certificate of a <see cref="KeyVault"/> on this machine, in hexadecimal digits; refused for any other. Null trusts as the
    /// system does.
    /// </summary>
    public string? KeyVaultThumbprint { get; set; }
}
