using KsefFunctions.Settings;
using LocalHost.Hosting;

namespace LocalHost.Cli;

/// <summary>What the user asked for on the command line.</summary>
public sealed record LocalHostOptions
{
    /// <summary>Where the state is kept; null is a folder of the user's local application data.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Wipes the state first.</summary>
    public bool Fresh { get; init; }

    /// <summary>Files, folders and globs to upload; none uploads the samples into an empty state.</summary>
    public IReadOnlyList<string> Drop { get; init; } = [];

    /// <summary>Drops no samples, whatever the state.</summary>
    public bool NoSamples { get; init; }

    /// <summary>Folder that gets samples dated today; null writes none. Nothing is started for it.</summary>
    public string? SamplesDirectory { get; init; }

    /// <summary>The context of everything dropped; null takes the seller's NIP of each invoice.</summary>
    public string? Nip { get; init; }

    /// <summary>A folder that mirrors the outbox.</summary>
    public string? OutDirectory { get; init; }

    /// <summary>Ends when everything dropped is final.</summary>
    public bool Once { get; init; }

    /// <summary>Prints one JSON document instead of a table.</summary>
    public bool Json { get; init; }

    public KsefTarget Ksef { get; init; } = KsefTarget.Simulator;

    /// <summary>A PFX for the real environments.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>The port of dashboard and API; null takes the usual one or, where that is busy, another.</summary>
    public int? Port { get; init; }

    /// <summary>Named faults for the simulator.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    public FlowMode Mode { get; init; } = FlowMode.Automatic;

    /// <summary>Starts only what the app needs around it, and writes the settings that lead there.</summary>
    public bool ServicesOnly { get; init; }

    /// <summary>Starts only the Functions host, on services that another run started.</summary>
    public bool Attach { get; init; }

    /// <summary>Where the app's settings are written to or read from; null is the app's source folder, where the Core Tools look.</summary>
    public string? SettingsFile { get; init; }

    /// <summary>Folder of a built or published app to run; null is the one that was built with this program.</summary>
    public string? AppDirectory { get; init; }

    public bool Help { get; init; }

    /// <summary>Folder whose documents are made anew from the catalogue of errors; null makes none.</summary>
    public string? DocumentsDirectory { get; init; }

    /// <summary>Where the app's settings are, from wherever the user stands.</summary>
    internal string SettingsPath => Path.GetFullPath(SettingsFile ?? FunctionApp.LocalSettings);

    /// <summary>Opens or makes the folder with the state.</summary>
    /// <param name="report">Told when what lies there cannot be read any more.</param>
    /// <param name="cancellationToken">Ends the wait for an earlier host's Azurite.</param>
    /// <exception cref="DataDirectoryException">It belongs to somebody else.</exception>
    internal Task<DataDirectory> OpenDataAsync(Action<string> report, CancellationToken cancellationToken) =>
        Hosting.DataDirectory.OpenAsync(DataDirectory ?? Hosting.DataDirectory.Usual(Ksef, Port), Fresh, report, cancellationToken);
}
