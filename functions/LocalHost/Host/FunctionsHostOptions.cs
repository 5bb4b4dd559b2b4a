namespace LocalHost.Host;

/// <summary>Which app the host runs, and with what.</summary>
public sealed record FunctionsHostOptions
{
    /// <summary>The folder of the built app: its assembly and its <c>host.json</c>.</summary>
    public required string AppDirectory { get; init; }

    public string AppAssembly { get; init; } = "KsefFunctions.dll";

    /// <summary>
    /// App settings, as <c>Values</c> of <c>local.settings.json</c> has them: the worker's environment, and the configuration of
    /// the host's own triggers (<c>__</c> in a name means <c>:</c>).
    /// </summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

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
