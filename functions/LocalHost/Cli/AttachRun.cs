using Azure;
using Azure.Storage.Blobs;
using KsefFunctions.Sweep;
using LocalHost.Host;
using LocalHost.Hosting;
using LocalHost.Logging;

namespace LocalHost.Cli;

/// <summary><c>--attach</c>: starts the Functions host alone, as <c>func start</c> does, and prints the app's log until it is stopped.</summary>
internal sealed class AttachRun(LocalHostOptions options, Terminal terminal, TimeProvider time)
{
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var settings = LocalSettingsFile.Read(options.SettingsPath);
        string key = settings.Values[LocalSettingsFile.FunctionKey];
        await terminal.Output.WriteLineAsync("Starting the app.");
        await DemandServicesAsync(settings, stop);
        await using FunctionsHost host = await FunctionsHost.StartAsync(
            new FunctionsHostOptions
            {
                AppDirectory = options.AppDirectory ?? FunctionApp.Directory,
                Settings = settings.Values,
                Port = settings.Host.LocalHttpPort,
                FunctionKey = key,
                ConfigureLogging = logging => HostLogging.Configure(logging).AddProvider(new ErrorStreamLog(terminal.Errors, LogLevel.Information)),
                Time = time,
            },
            stop);
        await terminal.Output.WriteLineAsync(Announcement.Of(host, key));

        // What a killed run had in hand comes back to the blob trigger after ten minutes only; nobody has noted it, so the sweep takes it in.
        // Where it fails, the SDK logs it, and the next one comes by the schedule.
        await host.RunTimerAsync(nameof(SweepTimer), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await host.WatchAsync().WaitAsync(stop);
        return ExitCode.Success;
    }

    // The engine alone would try for a minute before it says so.
    private static async Task DemandServicesAsync(LocalSettingsFile settings, CancellationToken stop)
    {
        if (settings.Values.GetValueOrDefault("AzureWebJobsStorage") is not { } connection)
        {
            return;
        }

        var storage = new BlobServiceClient(connection, new BlobClientOptions { Retry = { MaxRetries = 0 } });
        try
        {
            await storage.GetPropertiesAsync(stop);
        }
        catch (RequestFailedException failure)
        {
            throw new LocalHostException($"Storage at {storage.Uri} does not answer. Start the services first: --services.", failure);
        }
    }
}
