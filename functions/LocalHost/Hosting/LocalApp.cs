using Azure.Storage.Blobs;
using KsefFunctions.Storage;
using LocalHost.Events;
using LocalHost.Host;

namespace LocalHost.Hosting;

/// <summary>A running app: the services around it, and the Functions host with the deployable as its worker.</summary>
public sealed class LocalApp : IAsyncDisposable
{
    /// <summary>Where the Core Tools listen, too.</summary>
    public const int UsualPort = 7071;

    private readonly FunctionsHost _host;
    private readonly InboxEvents _events;

    private LocalApp(LocalServices services, FunctionsHost host, InboxEvents events, string functionKey)
    {
        Services = services;
        _host = host;
        _events = events;
        FunctionKey = functionKey;
    }

    public LocalServices Services { get; }

    /// <summary>Root of dashboard and API.</summary>
    public Uri Address => _host.Address;

    /// <summary>The dashboard with the key that opens it.</summary>
    public Uri Dashboard => DashboardAt(Address, FunctionKey);

    public string FunctionKey { get; }

    public BlobServiceClient Blobs => new(Services.Azurite.InvoicesConnectionString);

    public Uri Inbox => Blobs.GetBlobContainerClient(ContainerNames.Inbox).Uri;

    public Uri Outbox => Blobs.GetBlobContainerClient(ContainerNames.Outbox).Uri;

    /// <summary>Names of the functions that the host has loaded.</summary>
    public IReadOnlyList<string> Functions => _host.Functions;

    /// <summary>Process of the worker; null while it is being started again.</summary>
    public int? WorkerProcessId => _host.WorkerProcessId;

    /// <summary>Starts everything in its order and waits until it runs.</summary>
    /// <exception cref="LocalHostException">A part could not be started; the message says which and why.</exception>
    public static async Task<LocalApp> StartAsync(LocalAppOptions options, CancellationToken cancellationToken)
    {
        LocalServices services = await LocalServices.StartAsync(options.Services, cancellationToken);
        try
        {
            HostIdentity identity = options.Services.Data?.ReadIdentity() ?? HostIdentity.New();
            FunctionsHost host = await FunctionsHost.StartAsync(
                new FunctionsHostOptions
                {
                    AppDirectory = FunctionApp.Directory,
                    Settings = services.Settings,
                    Port = options.Port ?? Ports.FirstFree(identity.HttpPort, options.Services.Data is null ? null : UsualPort),
                    FunctionKey = identity.FunctionKey,
                    ConfigureLogging = options.ConfigureLogging,
                    Time = options.Services.Time,
                },
                cancellationToken);
            InboxEvents events = services.StartEvents(host.Address, identity.FunctionKey);
            options.Services.Data?.WriteIdentity(identity.With(services) with { HttpPort = host.Address.Port });
            return new LocalApp(services, host, events, identity.FunctionKey);
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    /// <summary>The dashboard of a host, with the key that opens it.</summary>
    public static Uri DashboardAt(Uri host, string functionKey) => new(host, $"/api/dashboard?code={functionKey}");

    /// <summary>Runs a timer function now, to its end.</summary>
    public Task RunTimerAsync(string function, CancellationToken cancellationToken) => _host.RunTimerAsync(function, cancellationToken);

    /// <summary>Completes, with a <see cref="LocalHostException"/>, when a part of the app has failed.</summary>
    public async Task WatchAsync() => await await Task.WhenAny(Services.WatchAsync(), _host.WatchAsync());

    /// <summary>Stops in the reverse order: no trigger fires any more, running steps end, then the stores go.</summary>
    public async ValueTask DisposeAsync()
    {
        await _events.DisposeAsync();
        await _host.DisposeAsync();
        await Services.DisposeAsync();
    }
}
