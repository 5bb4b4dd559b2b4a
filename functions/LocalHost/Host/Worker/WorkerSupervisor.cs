using LocalHost.Host.Functions;

namespace LocalHost.Host.Worker;

/// <summary>Keeps a worker running: one that ends is started again, as often as the restart policy allows.</summary>
internal sealed partial class WorkerSupervisor : IAsyncDisposable
{
    private static readonly TimeSpan TimeForRunning = TimeSpan.FromSeconds(5);

    private readonly Func<CancellationToken, Task<FunctionsWorker>> _start;
    private readonly RestartPolicy _policy;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _watch;
    private TaskCompletionSource<FunctionsWorker> _current = NewSource();

    private WorkerSupervisor(FunctionsWorker first, Func<CancellationToken, Task<FunctionsWorker>> start, RestartPolicy policy, ILogger logger)
    {
        _start = start;
        _policy = policy;
        _logger = logger;
        _current.SetResult(first);
        Functions = first.Functions;
        _watch = WatchAsync(first);
    }

    public IReadOnlyList<DeclaredFunction> Functions { get; }

    /// <summary>Fails with a <see cref="LocalHostException"/> when there will be no worker any more.</summary>
    public Task Failed => _failed.Task;

    public int? ProcessId => _current.Task is { IsCompletedSuccessfully: true } current ? current.Result.ProcessId : null;

    /// <exception cref="LocalHostException">The first worker does not start.</exception>
    public static async Task<WorkerSupervisor> StartAsync(
        Func<CancellationToken, Task<FunctionsWorker>> start, RestartPolicy policy, ILogger<WorkerSupervisor> logger, CancellationToken cancellationToken) =>
        new(await start(cancellationToken), start, policy, logger);

    /// <summary>The running worker, as soon as there is one.</summary>
    /// <exception cref="WorkerLostException">There will be none any more.</exception>
    public Task<FunctionsWorker> GetAsync(CancellationToken cancellationToken) => _current.Task.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        // A start that is under way comes to its end, one way or the other.
        await ((Task)_current.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_current.Task is { IsCompletedSuccessfully: true } current)
        {
            await current.Result.StopAsync(TimeForRunning);
        }

        await _watch;
        _stopping.Dispose();
    }

    private static TaskCompletionSource<FunctionsWorker> NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task WatchAsync(FunctionsWorker worker)
    {
        while (true)
        {
            string end = await worker.Ended;
            if (_stopping.IsCancellationRequested)
            {
                return;
            }

            _current = NewSource();
            FunctionsWorker? next = await RestartAsync(end);
            if (next is null)
            {
                return;
            }

            worker = next;
            _current.SetResult(worker);
            LogStarted(worker.ProcessId);
        }
    }

    /// <returns>Null when there is to be no other worker.</returns>
    private async Task<FunctionsWorker?> RestartAsync(string end)
    {
        string reason = $"The app ended {RestartPolicy.MostEnds} times within a minute, the last time {end}";
        while (_policy.AllowsRestart())
        {
            LogEnded(end);
            try
            {
                FunctionsWorker worker = await _start(_stopping.Token);
                if (Same(worker.Functions, Functions))
                {
                    return worker;
                }

                await worker.StopAsync(TimeSpan.Zero);
                reason = "The app came back with other functions than it had before. Start the host again.";
                break;
            }
            catch (OperationCanceledException)
            {
                _current.SetException(new WorkerLostException("the host stops."));
                return null;
            }
            catch (LocalHostException exception)
            {
                reason = end = exception.Message;
            }
        }

        _current.SetException(new WorkerLostException(reason));
        _failed.TrySetException(new LocalHostException(reason));
        return null;
    }

    private static bool Same(IReadOnlyList<DeclaredFunction> some, IReadOnlyList<DeclaredFunction> others) =>
        some.Select(function => (function.Name, function.Declaration)).ToHashSet()
            .SetEquals(others.Select(function => (function.Name, function.Declaration)));

    [LoggerMessage(EventId = 2001, Level = LogLevel.Warning, Message = "The worker ended {End} It is started again")]
    private partial void LogEnded(string end);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Information, Message = "The worker runs again, as process {ProcessId}")]
    private partial void LogStarted(int processId);
}
