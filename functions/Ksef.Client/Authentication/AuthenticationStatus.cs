namespace Ksef.Client;

/// <summary>Where an authentication stands. Source: KSeF API 2.6, schema StatusInfo.</summary>
public sealed record AuthenticationStatus
{
    /// <summary>The code; a number outside the enumeration is possible.</summary>
    public required AuthenticationStatusCode Code { get; init; }

    /// <summary>KSeF's sentence for the code, in Polish.</summary>
    public string Description { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>What exactly is wrong.</summary>
    public IReadOnlyList<string> Details { get; init => field = value ?? []; } = [];
}
