using Azure.Storage.Blobs;
using KsefFunctions.Storage;
using KsefSimulator;
using LocalHost.Azurite;
using LocalHost.Cli;
using LocalHost.Triggers.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace LocalHost.Hosting;

/// <summary>A running app: Azurite, the simulator, the function app with its triggers and engine, and HTTP.</summary>
public sealed class LocalApp : IAsyncDisposable
{
    private const int UsualPort = 7071;

    private readonly AzuriteProcess _azurite;
    private readonly SimulatorServer? _simulator;
    private readonly WebApplication _web;
    private readonly FunctionKey _key;

    private LocalApp(AzuriteProcess azurite, SimulatorServer? simulator, WebApplication web, FunctionKey key)
    {
        _azurite = azurite;
        _simulator = simulator;
        _web = web;
        _key = key;
        Address = new Uri(web.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
    }

    public IServiceProvider Services => _web.Services;

    /// <summary>Root of dashboard and API.</summary>
    public Uri Address { get; }

    /// <summary>The dashboard with the key that opens it.</summary>
    public Uri Dashboard => new(Address, $"/api/dashboard?code={_key.Value}");

    public string FunctionKey => _key.Value;

    public Uri Inbox => new($"{_azurite.BlobEndpoint}/{ContainerNames.Inbox}");

    public string StorageConnectionString => _azurite.ConnectionString;

    /// <summary>The simulator; null where the app talks to a real KSeF.</summary>
    public SimulatorServer? Simulator => _simulator;

    /// <summary>Starts everything in its order and waits until it runs.</summary>
    /// <exception cref="AzuriteException">Azurite could not be installed or started.</exception>
    public static async Task<LocalApp> StartAsync(LocalAppOptions options, CancellationToken cancellationToken)
    {
        HostIdentity? identity = options.Data is { } data ? await data.ReadIdentityAsync(cancellationToken) : null;
        var started = new Stack<IAsyncDisposable>();
        try
        {
            AzuriteProcess azurite = await AzuriteProcess.StartAsync(
                new AzuriteOptions
                {
                    DataDirectory = options.Data?.Azurite,
                    AccountKey = identity?.AzuriteKey,
                    PreferredPort = identity?.AzuritePort,
                    Report = options.Report,
                },
                cancellationToken);
            started.Push(azurite);
            BlobServiceClient blobs = await MakeContainersAsync(azurite, cancellationToken);
            SimulatorServer? simulator = options.Ksef == KsefTarget.Simulator ? await StartSimulatorAsync(options, identity, cancellationToken) : null;
            if (simulator is not null)
            {
                started.Push(simulator);
            }

            var key = new FunctionKey(identity?.FunctionKey ?? Triggers.Http.FunctionKey.NewValue());
            int port = options.Port ?? Ports.FirstFree(identity?.HttpPort, options.Data is null ? null : UsualPort);
            WebApplication web = LocalServices.Build(options, blobs, simulator?.BaseAddress, key, port);
            started.Push(web);
            await web.StartAsync(cancellationToken);
            var app = new LocalApp(azurite, simulator, web, key);
            await RememberAsync(options.Data, identity, app, cancellationToken);
            return app;
        }
        catch
        {
            while (started.TryPop(out IAsyncDisposable? part))
            {
                await part.DisposeAsync();
            }

            throw;
        }
    }

    /// <summary>Completes, with the exception, when a part of the app has failed.</summary>
    public async Task WatchAsync()
    {
        Task stopping = Task.Delay(Timeout.Infinite, _web.Lifetime.ApplicationStopping).ContinueWith(_ => { }, TaskScheduler.Default);
        await await Task.WhenAny(_azurite.WatchAsync(), stopping);
    }

    /// <summary>Stops in the reverse order: no trigger fires any more, running steps end, then the stores go.</summary>
    public async ValueTask DisposeAsync()
    {
        await _web.StopAsync();
        await _web.DisposeAsync();
        if (_simulator is not null)
        {
            await _simulator.DisposeAsync();
        }

        await _azurite.DisposeAsync();
    }

    private static async Task<BlobServiceClient> MakeContainersAsync(AzuriteProcess azurite, CancellationToken cancellationToken)
    {
        var blobs = new BlobServiceClient(azurite.ConnectionString);
        await Task.WhenAll(ContainerNames.All.Select(name => blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)));
        return blobs;
    }

    private static Task<SimulatorServer> StartSimulatorAsync(LocalAppOptions options, HostIdentity? identity, CancellationToken cancellationToken) =>
        SimulatorServer.StartAsync(
            options.Simulator with
            {
                Urls = $"http://127.0.0.1:{Ports.FirstFree(identity?.SimulatorPort)}",
                DataDirectory = options.Data?.Simulator,
                Time = options.Time,
            },
            cancellationToken);

    private static async Task RememberAsync(DataDirectory? data, HostIdentity? identity, LocalApp app, CancellationToken cancellationToken)
    {
        if (data is null || identity is null)
        {
            return;
        }

        HostIdentity current = identity with
        {
            HttpPort = app.Address.Port,
            AzuritePort = app._azurite.Port,
            SimulatorPort = app._simulator?.BaseAddress.Port ?? identity.SimulatorPort,
        };
        await data.WriteIdentityAsync(current, cancellationToken);
        await data.WriteConnectionStringAsync(app.StorageConnectionString, cancellationToken);
    }
}
