using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Azure.Storage.Blobs;
using Ksef.Client;
using KsefFunctions.Dispatch;
using KsefFunctions.Hosting;
using KsefFunctions.Intake;
using KsefFunctions.Settings;
using KsefSimulator;
using KsefSimulator.Settings;
using LocalHost.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace KsefFunctions.Tests.App;

/// <summary>
/// The app in this process, on the real durable engine in memory, with storage, Service Bus, vault and simulator of its own: for tests that look
/// inside or break parts. The blob trigger is the test itself; <see cref="HostedApp"/> has the real one.
/// </summary>
public sealed class RunningApp : AppUnderTest, IAsyncDisposable
{
    private static readonly Dictionary<string, string> ShortWaits = new()
    {
        ["KsefFunctions__FirstRetry"] = "00:00:00.1",
        ["KsefFunctions__NextSessionAfter"] = "00:00:00.1",
        ["KsefFunctions__PoisonQueueWait"] = "00:00:00.5",
        ["KsefFunctions__UnnoticedAfter"] = "00:10:00",
        ["KsefFunctions__Gather__QuietFor"] = "00:00:00.05",
    };

    private readonly WebApplication _web;
    private readonly LocalServices _around;
    private readonly ConcurrentQueue<ActivityCall> _activities = new();
    private readonly ConcurrentQueue<object?> _results = new();

    private RunningApp(WebApplication web, LocalServices around, LogCollector log)
    {
        _web = web;
        _around = around;
        Log = log;
        Address = new Uri(web.Urls.First());
        Http = new HttpClient { BaseAddress = new Uri(Address, "/api/") };
    }

    /// <summary>Everything that was logged, at every level.</summary>
    public LogCollector Log { get; }

    public override HttpClient Http { get; }

    public override SimulatorServer Simulator => _around.Simulator!;

    public override BlobServiceClient Blobs => Services.GetRequiredService<BlobServiceClient>();

    public override string ServiceBus => _around.Settings["ServiceBusConnection"];

    public Uri Address { get; }

    public IServiceProvider Services => _web.Services;

    public DurableTaskClient Durable => Services.GetRequiredService<DurableTaskClient>();

    /// <summary>Storage, Service Bus, vault and simulator.</summary>
    public LocalServices Around => _around;

    /// <summary>Every run of an activity that the engine asked for, in its order.</summary>
    public IReadOnlyCollection<ActivityCall> Activities => _activities;

    /// <summary>What the engine has been given to keep: inputs and results of all activities, in JSON.</summary>
    public string History => string.Join('\n', _activities.Select(call => call.Input).Concat(_results).Select(kept => JsonSerializer.Serialize(kept)));

    public static Task<RunningApp> StartAsync(params string[] faults) => StartAsync(FlowMode.Automatic, _ => { }, faults);

    public static Task<RunningApp> StartAsync(FlowMode mode, Action<IServiceCollection> configure, params string[] faults) =>
        StartAsync(mode, configure, call => call.RunAsync(), faults);

    /// <param name="mode">How far files go by themselves.</param>
    /// <param name="configure">The last word on the services.</param>
    /// <param name="run">How activities are run.</param>
    /// <param name="faults">Faults of the simulator.</param>
    public static Task<RunningApp> StartAsync(
        FlowMode mode, Action<IServiceCollection> configure, Func<ActivityCall, Task<object?>> run, params string[] faults) =>
        StartAsync(mode, configure, run, new SimulatorOptions { ProcessingDelay = TimeSpan.Zero, Faults = faults, HangTime = TimeSpan.FromSeconds(8) });

    /// <summary>In front of a simulator that enforces the limits of production.</summary>
    public static Task<RunningApp> StartUnderLimitsAsync() => StartAsync(
        FlowMode.Automatic,
        _ => { },
        call => call.RunAsync(),
        new SimulatorOptions { ProcessingDelay = TimeSpan.Zero, RateLimits = RateLimitProfile.Production });

    private static async Task<RunningApp> StartAsync(
        FlowMode mode, Action<IServiceCollection> configure, Func<ActivityCall, Task<object?>> run, SimulatorOptions simulator)
    {
        var around = await LocalServices.StartAsync(
            new LocalServicesOptions
            {
                Mode = mode,
                Simulator = simulator,
                AppSettings = ShortWaits,
            },
            CancellationToken.None);
        var log = new LogCollector();
        RunningApp? app = null;
        var web = Build(around, log, configure, async call =>
        {
            app!._activities.Enqueue(call);
            var result = await run(call);
            app._results.Enqueue(result);
            return result;
        });
        await web.StartAsync();
        return app = new RunningApp(web, around, log);
    }

    public override async Task DropAsync(string path, byte[] content)
    {
        await UploadAsync(path, content);
        await NoticeAsync(path);
    }

    /// <summary>Has the app notice what lies in the inbox, as the trigger does.</summary>
    public Task NoticeAsync(string path) => Services.GetRequiredService<FileIntake>().TakeAsync(path, Durable, CancellationToken.None);

    /// <summary>Tells the app of a drop that was seen in the inbox, as the trigger does.</summary>
    public Task NoticeAsync(SeenDrop drop) => Services.GetRequiredService<FileIntake>().TakeAsync(drop, Durable, CancellationToken.None);

    /// <summary>Puts a file into the inbox whose event gets lost.</summary>
    public Task UploadAsync(string path, byte[] content) => UploadToInboxAsync(path, content);

    public override Task RunTimerAsync(string function)
    {
        var method = AppFunctions.All.Single(method => method.DeclaringType!.Name == function);
        return AppFunctions.InvokeAsync(
            method,
            ActivatorUtilities.GetServiceOrCreateInstance(Services, method.DeclaringType!),
            [.. method.GetParameters().Select(parameter => parameter.ParameterType switch
            {
                { } type when type == typeof(TimerInfo) => new TimerInfo(),
                { } type when type == typeof(DurableTaskClient) => Durable,
                _ => (object)CancellationToken.None,
            })]);
    }

    /// <summary>All orchestrations of files and consignments that the engine knows. Dispatchers never end.</summary>
    public async Task<IReadOnlyList<OrchestrationMetadata>> InstancesAsync() =>
        await Durable.GetAllInstancesAsync().Where(instance => instance.Name != DispatcherCall.Orchestration).ToListAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _web.DisposeAsync();
        await _around.DisposeAsync();
    }

    private static WebApplication Build(
        LocalServices around, LogCollector log, Action<IServiceCollection> configure, Func<ActivityCall, Task<object?>> run)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(around.Settings.ToDictionary(setting => setting.Key.Replace("__", ":"), setting => (string?)setting.Value));
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddKsefFunctions(builder.Configuration).AddConnections(builder.Configuration);

        // The platform gives the identity by environment variables, which belong to the whole process.
        builder.Services.Replace(ServiceDescriptor.Singleton(around.Vault.Identity));
        builder.Services.Configure<KsefClientOptions>(client => client.CallTimeout = TimeSpan.FromSeconds(5));
        builder.Services.AddInMemoryDurableTask(
            tasks => EngineRegistration.AddApp(tasks, run), new InMemoryDurableTaskOptions { Port = FreePort.Next() });
        configure(builder.Services);
        var web = builder.Build();
        web.MapApp();
        return web;
    }
}
