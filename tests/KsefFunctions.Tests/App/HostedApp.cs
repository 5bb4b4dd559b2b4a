using Azure.Storage.Blobs;
using KsefSimulator;
using KsefSimulator.Settings;
using LocalHost.Hosting;
using Microsoft.Extensions.Logging;

namespace KsefFunctions.Tests.App;

/// <summary>
/// The deployable as a process of its own, behind the Functions host with the real triggers and the real Durable extension on Azurite. The host and
/// the services around it are in this process.
/// </summary>
public sealed class HostedApp : AppUnderTest, IAsyncDisposable
{
    private HostedApp(LocalApp app, LogCollector log)
    {
        App = app;
        Log = log;
        Http = new HttpClient { BaseAddress = new Uri(app.Address, "/api/") };
        Http.DefaultRequestHeaders.Add("x-functions-key", app.FunctionKey);
    }

    public LocalApp App { get; }

    /// <summary>What host and app logged, from Information up.</summary>
    public LogCollector Log { get; }

    public override HttpClient Http { get; }

    public override SimulatorServer Simulator => App.Services.Simulator!;

    public override BlobServiceClient Blobs => App.Blobs;

    public override string ServiceBus => App.Services.Settings["ServiceBusConnection"];

    /// <param name="settings">Settings of the app, in place of the usual ones.</param>
    /// <param name="faults">Faults of the simulator.</param>
    public static async Task<HostedApp> StartAsync(IReadOnlyDictionary<string, string>? settings = null, params string[] faults)
    {
        var log = new LogCollector();
        var app = await LocalApp.StartAsync(
            new LocalAppOptions
            {
                Services = new LocalServicesOptions
                {
                    Simulator = new SimulatorOptions { ProcessingDelay = TimeSpan.Zero, Faults = faults, HangTime = TimeSpan.FromSeconds(3) },
                    AppSettings = settings ?? new Dictionary<string, string>(),
                },
                ConfigureLogging = logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(log),
            },
            CancellationToken.None);
        return new HostedApp(app, log);
    }

    public override Task RunTimerAsync(string function) => App.RunTimerAsync(function, CancellationToken.None);

    public override Task DropAsync(string path, byte[] content) => UploadToInboxAsync(path, content);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await App.DisposeAsync();
    }
}
