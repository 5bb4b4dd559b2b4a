namespace LocalHost.Host.Worker;

/// <summary>Which app the worker is, and its settings.</summary>
public record WorkerOptions
{
    /// <summary>The folder of the built app: its assembly and its <c>host.json</c>.</summary>
    public required string AppDirectory { get; init; }

    public string AppAssembly { get; init; } = "KsefFunctions.dll";

    /// <summary>
    /// App settings, as <c>Values</c> of <c>local.settings.json</c> has them: the worker's environment, and the configuration of
    /// the host's own triggers (<c>__</c> in a name means <c>:</c>).
    /// </summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }
}
