


namespace KsefFunctions.Settings;

/// <summary>What an orchestrator needs to know of the configuration. Histories that are older than a member lack it and get its default.</summary>
/// <param name="Mode">How far a file goes by itself.</param>
/// <param name="FirstPoll">Wait before the first look at a closed session.</param>
/// <param name="LongestPoll">The waits grow up to this.</param>
public sealed record FlowSettings(FlowMode Mode, TimeSpan FirstPoll, TimeSpan LongestPoll)
{
    private static readonly KsefFunctionsOptions Defaults = new();

    /// <summary>Wait before a step that met a passing fault runs again; it doubles from try to try.</summary>
    public TimeSpan FirstRetry { get; init; } = Defaults.FirstRetry;

    /// <summary>The waits between tries grow up to this.</summary>
    public TimeSpan LongestRetry { get; init; } = Defaults.LongestRetry;

    /// <summary>How long a step is tried.</summary>
    public TimeSpan RetryFor { get; init; } = Defaults.RetryFor;

    /// <summary>How long receipts are looked for.</summary>
    public TimeSpan ReceiptsFor { get; init; } = Defaults.ReceiptsFor;

    /// <summary>Wait before a second session for the same invoices; it doubles before each further one.</summary>
    public TimeSpan NextSessionAfter { get; init; } = Defaults.NextSessionAfter;

    /// <summary>A wait, or the longest between tries where that is shorter.</summary>
    public TimeSpan Bounded(TimeSpan wait) => wait < LongestRetry ? wait : LongestRetry;

    /// <summary>What the settings say now.</summary>
    public static FlowSettings Of(KsefFunctionsOptions options) => new(options.Mode, options.FirstPoll, options.LongestPoll)
    {
        FirstRetry = options.FirstRetry,
        LongestRetry = options.LongestRetry,
        RetryFor = options.RetryFor,
        ReceiptsFor = options.ReceiptsFor,
        NextSessionAfter = options.NextSessionAfter,
    };
}
