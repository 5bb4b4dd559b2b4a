namespace KsefSimulator.Settings;

/// <summary>How a simulator behaves. The defaults are those of KSeF's TEST environment, only faster and without rate limits.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Addresses to listen on, separated by semicolons; port 0 takes a free one.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:0";

    /// <summary>How long processing takes before its result shows: of a login, of an invoice, of a session. Zero: at once.</summary>
    public TimeSpan ProcessingDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Faults to switch on at the start, by name, each with optional parameters: <c>close-500-after-commit</c>,
    /// <c>send-202-lost:count=2,probability=0.5,seed=7</c>. <c>--faults</c> lists the names.
    /// </summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Where the state is kept between runs; null keeps it in memory (invoice contents in a temporary file).</summary>
    public string? DataDirectory { get; init; }

    /// <summary>The clock underneath; the simulator's own can be moved ahead of it.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long an access token is good for (KSeF: about 15 minutes).</summary>
    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a refresh token is good for (KSeF: up to 7 days).</summary>
    public TimeSpan RefreshTokenLifetime { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long a session takes invoices before it closes itself (KSeF: 12 hours).</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How long a fault that hangs holds a request before it cuts the connection.</summary>
    public TimeSpan HangTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether NIPs and internal identifiers must have a right check digit, as in production.</summary>
    public bool EnforceNipChecksum { get; init; }

    /// <summary>The address that clients see, when it differs from the one listened on (behind a proxy): upload and download links are built on it.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>Which request limits are enforced.</summary>
    public RateLimitProfile RateLimits { get; init; } = RateLimitProfile.Off;

    /// <summary>Which version of the API is simulated.</summary>
    public SpecLevel SpecLevel { get; init; } = SpecLevel.V26;
}
