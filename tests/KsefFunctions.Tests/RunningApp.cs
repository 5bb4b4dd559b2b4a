using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Storage.Blobs;
using KsefFunctions.Hosting;
using KsefFunctions.Intake;
using KsefFunctions.Ledger;
using KsefSimulator;
using LocalHost.Durable;
using LocalHost.Hosting;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SampleInvoices;

namespace KsefFunctions.Tests;

/// <summary>The real app on the local runtime, with an Azurite and a simulator of its own.</summary>
public sealed class RunningApp : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static int _numbers;

    private readonly LocalApp _app;
    private readonly DataDirectory? _data;

    private RunningApp(LocalApp app, LogCollector log, DataDirectory? data)
    {
        _app = app;
        _data = data;
        Log = log;
        Http = new HttpClient { BaseAddress = new Uri(app.Address, "/api/") };
        Http.DefaultRequestHeaders.Add("x-functions-key", app.FunctionKey);
    }

    /// <summary>Everything that was logged, at every level.</summary>
    public LogCollector Log { get; }

    /// <summary>The HTTP API, with the key.</summary>
    public HttpClient Http { get; }

    public LocalApp App => _app;

    public SimulatorServer Simulator => _app.Simulator!;

    public LedgerStore Ledger => _app.Services.GetRequiredService<LedgerStore>();

    public DurableEngine Engine => _app.Services.GetRequiredService<DurableEngine>();

    public static Task<RunningApp> StartAsync(params string[] faults) => StartAsync(FlowMode.Automatic, services => { }, faults);

    /// <summary>Starts on a folder that keeps everything, so that a second start finds what the first left.</summary>
    public static async Task<RunningApp> StartOnAsync(string folder, FlowMode mode, Action<IServiceCollection>? configure = null)
    {
        var data = await DataDirectory.OpenAsync(folder, fresh: false, CancellationToken.None);
        return await StartAsync(mode, configure ?? (_ => { }), data, faults: []);
    }

    public static Task<RunningApp> StartAsync(FlowMode mode, Action<IServiceCollection> configure, params string[] faults) =>
        StartAsync(mode, configure, data: null, faults);

    private static async Task<RunningApp> StartAsync(FlowMode mode, Action<IServiceCollection> configure, DataDirectory? data, string[] faults)
    {
        var log = new LogCollector();
        var options = new LocalAppOptions
        {
            Mode = mode,
            Data = data,
            Simulator = new SimulatorOptions { ProcessingDelay = TimeSpan.Zero, Faults = faults, HangTime = TimeSpan.FromSeconds(3) },
            ConfigureLogging = logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log),
            ConfigureServices = services =>
            {
                services.Configure<Ksef.Client.KsefClientOptions>(client => client.CallTimeout = TimeSpan.FromSeconds(2));
                configure(services);
            },
        };
        return new RunningApp(await LocalApp.StartAsync(options, CancellationToken.None), log, data);
    }

    /// <summary>A number that no other invoice of this run has.</summary>
    public static string NextNumber() => $"FV/T/{Interlocked.Increment(ref _numbers):D5}";

    /// <summary>A valid invoice with a number of its own.</summary>
    public static SampleInvoice Invoice() => new() { Number = NextNumber() };

    public static string IdOf(byte[] content, string nip = SampleNips.Seller) => FileIdentity.Of(nip, Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>Drops a file into the inbox as an ERP does.</summary>
    public async Task DropAsync(string path, byte[] content) =>
        await Container("inbox").GetBlobClient(path).UploadAsync(BinaryData.FromBytes(content), overwrite: true);

    /// <summary>Drops a file and waits until it is settled and its result is in the outbox.</summary>
    public async Task<FileRecord> SettleAsync(string name, byte[] content, string nip = SampleNips.Seller)
    {
        await DropAsync($"{nip}/{name}", content);
        return await SettledAsync(IdOf(content, nip), $"{nip}/{name}");
    }

    /// <summary>Waits until a file is settled and its result is in the outbox.</summary>
    public async Task<FileRecord> SettledAsync(string id, string path, int attempt = 1)
    {
        await EventuallyAsync(
            async () => await Ledger.FindAsync(id, CancellationToken.None) is { IsFinal: true } record && record.Attempt >= attempt,
            () => $"{path} is settled");
        await EventuallyAsync(async () => await Container("outbox").GetBlobClient($"{path}.result.json").ExistsAsync(), () => $"{path} has a result");
        return (await Ledger.FindAsync(id, CancellationToken.None))!;
    }

    /// <summary>Waits until a file has reached an outcome.</summary>
    public Task ReachedAsync(string id, FileOutcome outcome) => EventuallyAsync(
        async () => await Ledger.FindAsync(id, CancellationToken.None) is { } record && record.Outcome == outcome, () => $"{id} is {outcome}");

    /// <summary>The result file of an inbox name.</summary>
    public async Task<JsonElement> ResultAsync(string path)
    {
        var content = await Container("outbox").GetBlobClient($"{path}.result.json").DownloadContentAsync();
        return JsonDocument.Parse(content.Value.Content.ToMemory()).RootElement;
    }

    public async Task<string?> OutboxTextAsync(string name)
    {
        var blob = Container("outbox").GetBlobClient(name);
        return await blob.ExistsAsync() ? (await blob.DownloadContentAsync()).Value.Content.ToString() : null;
    }

    /// <summary>Names in a container.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(string container)
    {
        var names = new List<string>();
        await foreach (var blob in Container(container).GetBlobsAsync())
        {
            names.Add(blob.Name);
        }

        return names;
    }

    /// <summary>How often an endpoint of the simulator was called.</summary>
    public long SimulatorCalls(string endpoint) => Simulator.Requests.GetValueOrDefault(endpoint);

    /// <summary>All orchestrations that the engine knows.</summary>
    public async Task<IReadOnlyList<OrchestrationMetadata>> InstancesAsync()
    {
        var instances = new List<OrchestrationMetadata>();
        await foreach (var instance in Engine.Client.GetAllInstancesAsync())
        {
            instances.Add(instance);
        }

        return instances;
    }

    /// <summary>Runs a timer function now, to its end.</summary>
    public async Task RunTimerAsync(string function)
    {
        using var response = await Http.PostAsync(new Uri(_app.Address, $"/admin/functions/{function}"), content: null);
        response.EnsureSuccessStatusCode();
    }

    public Task<HttpResponseMessage> PostAsync(string route, object body) => Http.PostAsJsonAsync(route, body);

    public BlobContainerClient Container(string name) => _app.Services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(name);

    public static async Task EventuallyAsync(Func<Task<bool>> condition, Func<string> what)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            waited.Elapsed.ShouldBeLessThan(Patience, $"still waiting until {what()}");
            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        _data?.Dispose();
    }
}
