using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using KsefFunctions.Settings;
using KsefSimulator;
using KsefSimulator.Settings;
using LocalHost.Events;
using LocalHost.Hosting;
using LocalHost.Tests.EndToEnd;

namespace KsefFunctions.Tests.App;

/// <summary>
/// The Functions host as a process of its own, with the deployable as its child, on services in this process: what is killed is the host and the
/// worker, never what they have written.
/// </summary>
public sealed partial class AttachedHost : AppUnderTest, IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("attached-host-");
    private readonly List<HostProcess> _hosts = [];
    private readonly Uri _address;
    private readonly InboxEvents _events;

    private AttachedHost(LocalServices services, int port, string key)
    {
        Services = services;
        _address = new Uri($"http://127.0.0.1:{port}");
        _events = services.StartEvents(_address, key);
        Http = new HttpClient { BaseAddress = new Uri(_address, "/api/") };
        Http.DefaultRequestHeaders.Add("x-functions-key", key);
    }

    public LocalServices Services { get; }

    public override HttpClient Http { get; }

    public override SimulatorServer Simulator => Services.Simulator!;

    public override BlobServiceClient Blobs => new(Services.Azurite.InvoicesConnectionString);

    public override string ServiceBus => Services.Broker.ConnectionString;

    /// <summary>What the hosts of this app logged, the ended ones too.</summary>
    public IReadOnlyList<string> Log => [.. _hosts.SelectMany(host => host.Errors.Split('\n'))];

    private string SettingsFile => Path.Combine(_folder.FullName, "local.settings.json");

    /// <summary>Starts the services and a host.</summary>
    /// <param name="simulator">How the simulator behaves.</param>
    /// <param name="mode">How far files go by themselves.</param>
    /// <param name="settings">Settings of the app, in place of those that lead to the services.</param>
    public static async Task<AttachedHost> StartAsync(
        SimulatorOptions simulator, FlowMode mode = FlowMode.Automatic, Func<LocalServices, IReadOnlyDictionary<string, string>>? settings = null)
    {
        var services = await LocalServices.StartAsync(new LocalServicesOptions { Simulator = simulator, Mode = mode }, CancellationToken.None);
        var key = HostIdentity.NewFunctionKey();
        var port = FreePort.Next();
        var app = new AttachedHost(services, port, key);
        var values = new Dictionary<string, string>(services.Settings) { [LocalSettingsFile.FunctionKey] = key };
        foreach (var (name, value) in settings?.Invoke(services) ?? new Dictionary<string, string>())
        {
            values[name] = value;
        }

        await new LocalSettingsFile(IsEncrypted: false, values, new LocalSettingsHost(port)).WriteAsync(app.SettingsFile, CancellationToken.None);
        await app.StartHostAsync();
        return app;
    }

    /// <summary>Starts a host where there is none.</summary>
    /// <param name="appDirectory">Another build of the app.</param>
    public async Task StartHostAsync(string? appDirectory = null)
    {
        var host = HostProcess.Start([
            "--attach", "--settings", SettingsFile, .. (IEnumerable<string>)(appDirectory is null ? [] : ["--app", appDirectory])]);
        _hosts.Add(host);
        await host.PrintsAsync("Ctrl+C stops it");
    }

    /// <summary>SIGKILL to the host; the worker ends with it.</summary>
    public Task KillHostAsync() => _hosts[^1].KillAsync();

    /// <summary>SIGKILL to the worker alone, unless it is being started again already: the host starts it again, twice a minute at most.</summary>
    public void KillWorker()
    {
        var host = _hosts[^1];
        var id = int.Parse(WorkerProcess().Matches($"{host.Output}\n{host.Errors}")[^1].Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        try
        {
            Process.GetProcessById(id).Kill();
        }
        catch (ArgumentException)
        {
            // It has ended, and nobody has started another one yet.
        }
    }

    /// <summary>SIGTERM to the host, which ends what runs, and its worker.</summary>
    public Task StopHostAsync() => _hosts[^1].StopAsync();

    /// <summary>From now on the vault has no credential of a company.</summary>
    public void TakeCredentialAway(string nip) => Services.TakeCredentialAway(nip);

    public override async Task RunTimerAsync(string function) =>
        (await Http.PostAsync(new Uri(_address, $"/admin/functions/{function}"), content: null)).EnsureSuccessStatusCode();

    public override Task DropAsync(string path, byte[] content) => UploadToInboxAsync(path, content);

    public async ValueTask DisposeAsync()
    {
        await _events.DisposeAsync();
        _hosts.ForEach(host => host.Dispose());
        Http.Dispose();
        await Services.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    // As a host prints it at its start, and as it is logged later.
    [GeneratedRegex(@"(?:the worker is|The worker runs again, as) process (\d+)")]
    private static partial Regex WorkerProcess();
}
