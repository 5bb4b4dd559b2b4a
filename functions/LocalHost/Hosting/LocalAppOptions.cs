using Ksef.Client;
using KsefFunctions.Hosting;
using KsefSimulator;
using LocalHost.Cli;

namespace LocalHost.Hosting;

/// <summary>What to compose an app of. The defaults fit tests: everything in memory, ports that the system picks.</summary>
public sealed record LocalAppOptions
{
    /// <summary>Where state is kept; null keeps it in memory.</summary>
    public DataDirectory? Data { get; init; }

    /// <summary>The port of dashboard and API; null takes the one of before, the usual one, or any free one.</summary>
    public int? Port { get; init; }

    public KsefTarget Ksef { get; init; } = KsefTarget.Simulator;

    /// <summary>The credential for a real environment.</summary>
    public KsefCredential? Credential { get; init; }

    /// <summary>How the simulator behaves; address and data directory are set by the app.</summary>
    public SimulatorOptions Simulator { get; init; } = new();

    public FlowMode Mode { get; init; } = FlowMode.Automatic;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Told what start-up does, where that takes a while.</summary>
    public Action<string>? Report { get; init; }

    public Action<ILoggingBuilder>? ConfigureLogging { get; init; }

    /// <summary>The last word on the services, for tests.</summary>
    public Action<IServiceCollection>? ConfigureServices { get; init; }
}
