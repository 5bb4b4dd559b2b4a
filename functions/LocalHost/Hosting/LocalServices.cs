using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using KeyVaultServer;
using KsefFunctions.DeadLetters;
using KsefFunctions.Intake;
using KsefFunctions.Storage;
using KsefSimulator;
using KsefSimulator.Settings;
using LocalHost.Azurite;
using LocalHost.Credentials;
using LocalHost.Events;
using ServiceBusBroker;

namespace LocalHost.Hosting;

/// <summary>What the app needs around it, on this machine: storage, Service Bus, Key Vault and, unless it talks to a real one, KSeF.</summary>
public sealed class LocalServices : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _started = new();

    private readonly LocalServicesOptions _options;

    private bool _stopping;

    private LocalServices(LocalServicesOptions options) => _options = options;

    public AzuriteProcess Azurite { get; private set; } = null!;

    public MessageBroker Broker { get; private set; } = null!;

    public VaultServer Vault { get; private set; } = null!;

    /// <summary>The simulator; null where the app talks to a real KSeF.</summary>
    public SimulatorServer? Simulator { get; private set; }

    /// <summary>The app's settings that lead to these services: what <c>local.settings.json</c> calls values.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; private set; } = null!;

    /// <summary>Starts everything and waits until it answers.</summary>
    /// <exception cref="LocalHostException">A part could not be started; the message says which and why.</exception>
    public static async Task<LocalServices> StartAsync(LocalServicesOptions options, CancellationToken cancellationToken)
    {
        var services = new LocalServices(options);
        try
        {
            await services.StartPartsAsync(cancellationToken);
            return services;
        }
        catch (Exception failure)
        {
            await services.DisposeAsync();
            if (ForTheUser(failure) is { } known)
            {
                throw known;
            }

            throw;
        }
    }

    /// <summary>Tells a Functions host of what is dropped into the inbox, as Event Grid does.</summary>
    /// <param name="host">Root of the host.</param>
    /// <param name="key">Opens its webhooks.</param>
    internal InboxEvents StartEvents(Uri host, string key) =>
        InboxEvents.Start(new BlobServiceClient(Azurite.InvoicesConnectionString), host, key, _options.Time, _options.Logger);

    /// <summary>Completes, with a <see cref="LocalHostException"/> that says which, when a part has ended by itself.</summary>
    public async Task WatchAsync()
    {
        (string Name, Task Ended)[] parts =
            [("Azurite", Azurite.WatchAsync()), ("The Service Bus broker", Broker.WatchAsync()), ("The Key Vault server", Vault.WatchAsync())];
        Task first = await Task.WhenAny(parts.Select(part => part.Ended));
        try
        {
            await first;
        }
        catch (Exception failure) when (ForTheUser(failure) is { } known)
        {
            throw known;
        }

        if (!_stopping)
        {
            throw new LocalHostException($"{parts.First(part => part.Ended == first).Name} ended unexpectedly.");
        }
    }

    /// <summary>Stops in the reverse order.</summary>
    public async ValueTask DisposeAsync()
    {
        _stopping = true;
        while (_started.TryPop(out IAsyncDisposable? part))
        {
            await part.DisposeAsync();
        }
    }

    private async Task StartPartsAsync(CancellationToken cancellationToken)
    {
        LocalServicesOptions options = _options;
        HostIdentity identity = options.Data?.ReadIdentity() ?? HostIdentity.New();
        Azurite = Started(await AzuriteProcess.StartAsync(AzuriteOptionsOf(options, identity), cancellationToken));
        await MakeContainersAsync(cancellationToken);
        Broker = Started(await MessageBroker.StartAsync(BrokerOptionsOf(options, identity), cancellationToken));
        Vault = Started(await VaultServer.StartAsync(VaultOptionsOf(options, identity), cancellationToken));
        if (options.Ksef == KsefTarget.Simulator)
        {
            Simulator = Started(await SimulatorServer.StartAsync(SimulatorOptionsOf(options, identity), cancellationToken));
        }

        Settings = AppSettings.Of(options, this);
        if (options.Data is { } kept)
        {
            kept.WriteIdentity(identity.With(this));
            kept.WriteConnectionString(Azurite.InvoicesConnectionString);
        }
    }

    // Broker and vault know nothing of this program.
    private static LocalHostException? ForTheUser(Exception failure) =>
        failure is BrokerException or VaultException ? new LocalHostException(failure.Message, failure) : null;

    private T Started<T>(T part)
        where T : IAsyncDisposable
    {
        _started.Push(part);
        return part;
    }

    // What Bicep creates on Azure.
    private async Task MakeContainersAsync(CancellationToken cancellationToken)
    {
        var blobs = new BlobServiceClient(Azurite.InvoicesConnectionString);
        var givenUp = new QueueClient(Azurite.InvoicesConnectionString, GivenUpBlobReceiver.Queue);
        await Task.WhenAll(ContainerNames.All.Select(name => (Task)blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken))
            .Append(givenUp.CreateIfNotExistsAsync(cancellationToken: cancellationToken)));
    }

    private static AzuriteOptions AzuriteOptionsOf(LocalServicesOptions options, HostIdentity identity) => new()
    {
        DataDirectory = options.Data?.Azurite,
        RuntimeKey = identity.RuntimeKey,
        InvoicesKey = identity.InvoicesKey,
        PreferredPorts = identity.AzuritePorts,
        AccessLogFile = options.StorageLogFile,
        Report = options.Report,
    };

    private static BrokerOptions BrokerOptionsOf(LocalServicesOptions options, HostIdentity identity) => new()
    {
        DataDirectory = options.Data?.Broker,
        PreferredPort = identity.BrokerPort ?? 0,
        Queues = [new QueueDescription(PoisonQueue.Name, TimeSpan.FromMinutes(1), MaxDeliveryCount: 10, TimeSpan.FromDays(1))],
        Time = options.Time,
        Logger = options.Logger,
    };

    private static VaultOptions VaultOptionsOf(LocalServicesOptions options, HostIdentity identity) => new()
    {
        DataDirectory = options.Data?.Vault,
        PreferredPorts = identity.VaultPorts,
        Issue = options switch
        {
            { IssuesCredentials: false } => null,
            { Credential: { } credential } => CredentialIssue.Of(credential),
            _ => CredentialIssue.OfSeals(options.Time),
        },
        Time = options.Time,
    };

    private static SimulatorOptions SimulatorOptionsOf(LocalServicesOptions options, HostIdentity identity) => options.Simulator with
    {
        Urls = $"http://127.0.0.1:{Ports.FirstFree(identity.SimulatorPort)}",
        DataDirectory = options.Data?.Simulator,
        Time = options.Time,
    };
}
