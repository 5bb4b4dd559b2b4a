namespace LocalHost.Azurite;

/// <summary>How to run Azurite.</summary>
public sealed record AzuriteOptions
{
    /// <summary>Where blobs, queues and tables are kept; null keeps them in memory, which ends with the process.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Base64 of the key of the runtime's account; null makes a new one.</summary>
    public string? RuntimeKey { get; init; }

    /// <summary>Base64 of the key of the invoices' account; null makes a new one.</summary>
    public string? InvoicesKey { get; init; }

    /// <summary>The ports to ask for; another free one is taken for each that is busy, and for all where this is null.</summary>
    public AzuritePorts? PreferredPorts { get; init; }

    /// <summary>Gets a line for each request that was answered, appended; null writes none.</summary>
    public string? AccessLogFile { get; init; }

    /// <summary>Where the npm packages are installed once for all data directories; null is the user's local application data.</summary>
    public string? ToolsDirectory { get; init; }

    /// <summary>Told what a first start does, since that takes a while.</summary>
    public Action<string>? Report { get; init; }
}
