using LocalHost.Host.Worker;

namespace LocalHost.Host;

/// <summary>
/// Runs a built Functions app as <c>func start</c> would: the app as its own process, in front of it the real WebJobs SDK with the
/// real triggers of storage and the real Durable extension.
/// </summary>
public sealed partial class FunctionsHost : IAsyncDisposable
{
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan TimeToClose = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan PauseBetweenStarts = TimeSpan.FromSeconds(2);

    private readonly FunctionsHostOptions _options;
    private readonly IConfiguration _configuration;
    private readonly ILoggerFactory _loggers;
    private readonly ILogger<FunctionsHost> _logger;
    private readonly CancellationTokenSource _stopping = new();
    private WorkerEndpoint? _endpoint;
    private WorkerSupervisor? _workers;
    private JobHostApp? _app;
    private Task _jobHost = Task.CompletedTask;

    private FunctionsHost(FunctionsHostOptions options)
    {
        _options = options;
        _configuration = HostConfiguration.Build(options.AppDirectory, options.Settings);
        _loggers = LoggerFactory.Create(logging =>
        {
            options.ConfigureLogging?.Invoke(logging);
            logging.AddConfiguration(_configuration.HostSection().GetSection("logging"));
        });
        _logger = _loggers.CreateLogger<FunctionsHost>();
    }

    /// <summary>Where the HTTP functions answer.</summary>
    public Uri Address { get; private set; } = null!;

    public IReadOnlyList<string> Functions => [.. _workers!.Functions.Select(function => function.Name)];

    /// <summary>The process that runs the app; null while it is being started again.</summary>
    public int? WorkerProcessId => _workers!.ProcessId;

    /// <summary>Starts the app, then its triggers.</summary>
    /// <exception cref="LocalHostException">The app or a trigger does not start, or the port is taken.</exception>
    public static async Task<FunctionsHost> StartAsync(FunctionsHostOptions options, CancellationToken cancellationToken)
    {
        var host = new FunctionsHost(options with { AppDirectory = Path.GetFullPath(options.AppDirectory) });
        try
        {
            await host.StartAsync(cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a timer function now, to its end.</summary>
    /// <exception cref="InvalidOperationException">The triggers are being started again.</exception>
    public Task RunTimerAsync(string function, CancellationToken cancellationToken) => _app is { } app
        ? app.RunTimerAsync(function, cancellationToken)
        : throw new InvalidOperationException("The triggers do not run now.");

    /// <summary>Fails, with a <see cref="LocalHostException"/>, when the host cannot go on. Completes when it is disposed of.</summary>
    public async Task WatchAsync() => await await Task.WhenAny(_workers!.Failed, _jobHost);

    /// <summary>Takes nothing in any more, waits for what is running, for a while, and ends the app.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAny(_jobHost, Task.Delay(TimeToStop));
        if (_workers is not null)
        {
            await _workers.DisposeAsync();
        }

        // What was still running has failed with the worker. What waits for storage even now ends with this process.
        await Task.WhenAny(_jobHost, Task.Delay(TimeToClose));
        if (_endpoint is not null)
        {
            await _endpoint.DisposeAsync();
        }

        _loggers.Dispose();
        _stopping.Dispose();
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        _endpoint = await WorkerEndpoint.StartAsync(_loggers, cancellationToken);
        var log = new WorkerLog(_loggers);
        _workers = await WorkerSupervisor.StartAsync(
            stopping => FunctionsWorker.StartAsync(_options, _endpoint, log, stopping),
            new RestartPolicy(_options.Time), _loggers.CreateLogger<WorkerSupervisor>(), cancellationToken);
        _app = await JobHostApp.StartAsync(_options, _configuration, _loggers, _workers, cancellationToken);
        Address = _app.Address;
        _jobHost = KeepRunningAsync(_workers);
    }

    // The worker stays: only what listens in front of it is built anew, as if the process of the Functions host had been restarted.
    private async Task KeepRunningAsync(WorkerSupervisor workers)
    {
        CancellationToken stopping = _stopping.Token;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                _app ??= await JobHostApp.StartAsync(_options with { Port = Address.Port }, _configuration, _loggers, workers, stopping);
                LogRunning();
                await Task.WhenAny(_app.Failed, Task.Delay(Timeout.InfiniteTimeSpan, stopping));
                if (_app.Failed is { IsCompletedSuccessfully: true, Result: var failure })
                {
                    LogListenerFailed(failure);
                }

                JobHostApp ended = _app;
                _app = null;
                await ended.DisposeAsync();
            }
            catch (LocalHostException exception)
            {
                LogNotRunning(exception.Message);
                await Task.Delay(PauseBetweenStarts, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                // The host stops.
            }
        }
    }

    [LoggerMessage(EventId = 2101, Level = LogLevel.Warning, Message = "A trigger gave up. All triggers are started again")]
    private partial void LogListenerFailed(Exception exception);

    [LoggerMessage(EventId = 2102, Level = LogLevel.Information, Message = "The triggers run")]
    private partial void LogRunning();

    [LoggerMessage(EventId = 2103, Level = LogLevel.Warning, Message = "The triggers do not run yet: {Reason}")]
    private partial void LogNotRunning(string reason);
}
