namespace LocalHost.Azurite;

/// <summary>How to run Azurite.</summary>
public sealed record AzuriteOptions
{
    /// <summary>Where blobs are kept; null keeps them in memory, which ends with the process.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Base64 of the account key; null makes a new one.</summary>
    public string? AccountKey { get; init; }

    /// <summary>The port to ask for; another free one is taken where it is busy, or where this is null.</summary>
    public int? PreferredPort { get; init; }

    /// <summary>Where the npm packages are installed once for all data directories; null is the user's local application data.</summary>
    public string? ToolsDirectory { get; init; }

    /// <summary>Told what a first start does, since that takes a while.</summary>
    public Action<string>? Report { get; init; }
}
