using System.Net;
using LocalHost.Host.Functions;
using LocalHost.Host.Http;
using LocalHost.Host.Timers;
using LocalHost.Host.Worker;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Azure.WebJobs.Host.Config;
using Microsoft.Azure.WebJobs.Host.Executors;
using Microsoft.Azure.WebJobs.Host.Timers;

namespace LocalHost.Host;

/// <summary>The WebJobs SDK with its triggers, and the HTTP side of the host.</summary>
internal sealed class JobHostApp : IAsyncDisposable
{
    // As on Azure.
    private const long LongestRequest = 209_715_200;

    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stopping = new();
    private FunctionTimers? _timers;
    private Task _keepingTime = Task.CompletedTask;
    private bool _listening;

    private JobHostApp(WebApplication app) => _app = app;

    public Uri Address => _app.Services.GetRequiredService<HostAddress>().Value;

    /// <summary>Completes when a listener gave up: what it met.</summary>
    public Task<Exception> Failed => _app.Services.GetRequiredService<ListenerFailure>().Task;

    /// <exception cref="LocalHostException">The port is taken, or a trigger cannot start, for example without its storage account.</exception>
    public static async Task<JobHostApp> StartAsync(
        FunctionsHostOptions options, IConfiguration configuration, ILoggerFactory loggers, WorkerSupervisor workers, CancellationToken cancellationToken)
    {
        IReadOnlyList<DeclaredFunction> functions = [.. workers.Functions.Where(function => !configuration.GetValue<bool>($"AzureWebJobs.{function.Name}.Disabled"))];
        WebApplication app = Build(options, configuration, loggers, FunctionEmitter.Emit(functions, new FunctionDispatcher(workers).InvokeAsync));
        var host = new JobHostApp(app);
        try
        {
            app.Services.GetRequiredService<HttpTriggers>().Map(app, functions, configuration.HostSection()["extensions:http:routePrefix"]);
            app.Services.GetRequiredService<ExtensionWebhooks>().Map(app);
            FunctionTimers timers = host._timers = FunctionTimers.Create(functions, app.Services.GetRequiredService<ManualFunctions>(), app.Services.GetRequiredService<INameResolver>(), options.Time);
            timers.Map(app, app.Services.GetRequiredService<FunctionKey>());
            // First the port, which may be taken, then the triggers, which take work in.
            await ListenAsync(app, options.Port, cancellationToken);
            await app.Services.GetRequiredService<IJobHost>().StartAsync(cancellationToken);
            host._listening = true;
            host._keepingTime = timers.KeepTimeAsync(host._stopping.Token);
            return host;
        }
        catch (Exception exception)
        {
            await host.DisposeAsync();
            throw exception is LocalHostException or OperationCanceledException
                ? exception
                : new LocalHostException($"The triggers could not be started: {exception.GetBaseException().Message}", exception);
        }
    }

    public Task RunTimerAsync(string function, CancellationToken cancellationToken) => _timers!.RunAsync(function, cancellationToken);

    /// <summary>Takes nothing in any more, asks what is running to end, and waits for it. This takes as long as storage is away.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _app.Lifetime.StopApplication();
        Task[] stops = [_app.StopAsync(CancellationToken.None), _listening ? _app.Services.GetRequiredService<IJobHost>().StopAsync() : Task.CompletedTask, _keepingTime];
        // What fails to stop in order is stopped by being disposed.
        await Task.WhenAll(stops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // The Durable extension blocks the thread on which it is disposed until storage answers.
        await Task.Run(() => _app.DisposeAsync().AsTask());
        _stopping.Dispose();
    }

    private static async Task ListenAsync(WebApplication app, int port, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            throw new LocalHostException($"Port {port} is taken: something else on this machine listens there.", exception);
        }
    }

    private static WebApplication Build(FunctionsHostOptions options, IConfiguration configuration, ILoggerFactory loggers, ITypeLocator functions)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddConfiguration(configuration);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LongestRequest;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services
            .AddRoutingCore()
            .AddHttpForwarder()
            .AddSingleton(loggers)
            .AddSingleton<IHostLifetime, NoConsoleLifetime>()
            .AddSingleton(new FunctionKey(options.FunctionKey))
            .AddSingleton<HostAddress>().AddSingleton<WorkerForwarder>().AddSingleton<HttpTriggers>().AddSingleton<ManualFunctions>()
            .AddSingleton<ExtensionWebhooks>()
#pragma warning disable CS0618 // The attribute on the interface says that only hosts are to use it.
            .AddSingleton<IWebHookProvider>(services => services.GetRequiredService<ExtensionWebhooks>())
#pragma warning restore CS0618
            .AddSingleton(functions)
            .AddSingleton<IHostIdProvider>(new FixedHostId(options.HostId))
            .AddSingleton<ListenerFailure>()
            .AddSingleton<IWebJobsExceptionHandler>(services => services.GetRequiredService<ListenerFailure>());
        builder.Services.AddWebJobs(_ => { }).AddDurableTask().AddAzureStorageBlobs().AddAzureStorageQueues();
        return builder.Build();
    }

    private sealed class FixedHostId(string id) : IHostIdProvider
    {
        public Task<string> GetHostIdAsync(CancellationToken cancellationToken) => Task.FromResult(id);
    }
}
