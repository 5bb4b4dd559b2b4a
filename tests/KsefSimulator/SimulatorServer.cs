using KsefSimulator.Faults;
using KsefSimulator.Hosting;
using KsefSimulator.Http;
using KsefSimulator.Settings;
using KsefSimulator.Time;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace KsefSimulator;

/// <summary>A running simulator. Several can run side by side in one process.</summary>
public sealed class SimulatorServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RequestCounters _counters;

    private SimulatorServer(WebApplication app, SimulatorOptions options, SimulatorClock clock, FaultSwitchboard faults, RequestCounters counters)
    {
        _app = app;
        _counters = counters;
        Options = options;
        Clock = clock;
        Faults = faults;
        Origin = new Uri(app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>What it was started with.</summary>
    public SimulatorOptions Options { get; }

    /// <summary>The clock that everything in it goes by.</summary>
    public SimulatorClock Clock { get; }

    /// <summary>The faults that are on.</summary>
    public FaultSwitchboard Faults { get; }

    /// <summary>Where it listens, without a path.</summary>
    public Uri Origin { get; }

    /// <summary>The address of the API, ending with <c>/v2/</c>.</summary>
    public Uri BaseAddress => new(Origin, SimulatorEndpoints.BasePath + "/");

    /// <summary>How often each endpoint was called, by its name (such as <c>OnlineSessionSend</c>).</summary>
    public IReadOnlyDictionary<string, long> Requests => _counters.Snapshot;

    internal IServiceProvider Services => _app.Services;

    /// <summary>Starts a simulator.</summary>
    /// <exception cref="FormatException">A fault in the options has an unknown name or parameter.</exception>
    public static async Task<SimulatorServer> StartAsync(SimulatorOptions options, CancellationToken cancellationToken)
    {
        var clock = new SimulatorClock(options.Time);
        var faults = new FaultSwitchboard();
        foreach (var rule in options.Faults)
        {
            faults.Enable(rule);
        }

        var counters = new RequestCounters();
        var app = SimulatorApplication.Build(options, clock, faults, counters);
        try
        {
            app.Services.LoadState();
            await app.StartAsync(cancellationToken);
            return new SimulatorServer(app, options, clock, faults, counters);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs until the process is told to stop (Ctrl+C, SIGTERM).</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
