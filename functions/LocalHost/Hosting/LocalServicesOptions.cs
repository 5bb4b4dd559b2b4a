using Ksef.Client;
using KsefFunctions.Settings;
using KsefSimulator.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalHost.Hosting;

/// <summary>What to start around the app. The defaults fit tests: everything in memory, ports that the system picks.</summary>
public sealed record LocalServicesOptions
{
    /// <summary>Where state is kept; null keeps it in memory.</summary>
    public DataDirectory? Data { get; init; }

    public KsefTarget Ksef { get; init; } = KsefTarget.Simulator;

    /// <summary>The credential of every company for a real environment; null where the simulator takes certificates made on demand.</summary>
    public KsefCredential? Credential { get; init; }

    /// <summary>Whether a company that has imported nothing gets a credential: only then does the first drop work without any preparation.</summary>
    public bool IssuesCredentials { get; init; } = true;

    /// <summary>How the simulator behaves; address and data directory are set here.</summary>
    public SimulatorOptions Simulator { get; init; } = new();

    public FlowMode Mode { get; init; } = FlowMode.Automatic;

    /// <summary>Settings of the app beside those that name the services, or in their place.</summary>
    public IReadOnlyDictionary<string, string> AppSettings { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets a line for each request to storage; null writes none.</summary>
    public string? StorageLogFile { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Told of what goes wrong in the services.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Told what start-up does, where that takes a while.</summary>
    public Action<string>? Report { get; init; }
}
