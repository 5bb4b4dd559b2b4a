namespace LocalHost.Hosting;

/// <summary>What to compose an app of. The defaults fit tests: everything in memory, ports that the system picks.</summary>
public sealed record LocalAppOptions
{
    /// <summary>What is started around the app.</summary>
    public LocalServicesOptions Services { get; init; } = new();

    /// <summary>The port of dashboard and API; null takes the one of before, the usual one, or any free one.</summary>
    public int? Port { get; init; }

    public Action<ILoggingBuilder>? ConfigureLogging { get; init; }
}
