using LocalHost.Host.Worker;

namespace LocalHost.Host;

/// <summary>Which app the host runs, and with what.</summary>
public sealed record FunctionsHostOptions : WorkerOptions
{
    /// <summary>Where HTTP functions answer, on loopback. 0 takes any free port.</summary>
    public int Port { get; init; }

    /// <summary>Opens everything that is not anonymous.</summary>
    public required string FunctionKey { get; init; }

    /// <summary>
    /// Names the host in storage (receipts, leases): what one host has seen, another one of the same name does not take up again.
    /// At most 32 lower-case letters, digits and dashes.
    /// </summary>
    public string HostId { get; init; } = "localhost";

    /// <summary>Where the logs of the host and of the worker go. Nowhere, by default.</summary>
    public Action<ILoggingBuilder>? ConfigureLogging { get; init; }

    /// <summary>The clock of timers and of the restart policy. The triggers of Azure and Durable Functions have their own.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
