using LocalHost.Durable.Client;
using LocalHost.Durable.Dispatch;
using LocalHost.Durable.History;
using LocalHost.Durable.Replay;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;

namespace LocalHost.Durable;

/// <summary>
/// Runs orchestrations on one machine: replays them from history at every turn, runs their activities and timers, and goes on after a restart from
/// what its store holds. One engine owns a store; a second one is noticed and both stop before they do harm.
/// </summary>
public sealed class DurableEngine : IAsyncDisposable
{
    private static readonly TimeSpan DisposeGrace = TimeSpan.FromSeconds(5);

    private readonly DurableEngineOptions _options;
    private readonly EngineLifetime _lifetime = new();
    private readonly WorkCounter _work = new();
    private readonly InstanceTable _table = new();
    private readonly IHistoryStore _store;
    private readonly HistoryReader _reader;
    private readonly Recovery _recovery;
    private readonly TurnProcessor _processor;
    private readonly ActivityRunner _activityRunner;
    private readonly WorkQueue<OrchestrationInstance> _turns;
    private readonly WorkQueue<ActivityCall> _activities;
    private readonly TimerQueue _timers;
    private readonly ILogger _logger;
    private bool _isStarted;
    private bool _isDisposed;

    /// <summary>Makes an engine. Nothing happens before <see cref="StartAsync"/>.</summary>
    public DurableEngine(IDurableFunctions functions, IHistoryStore store, DurableEngineOptions options, ILoggerFactory loggers)
    {
        _options = options;
        _store = store;
        _logger = loggers.CreateLogger<DurableEngine>();
        var payloads = new PayloadConverter(
            new JsonDataConverter(options.JsonSerializerOptions), options.PayloadLimitBytes, options.CustomStatusLimitBytes);
        var watch = new InstanceWatch();
        var ids = new KeyedLock();

        _turns = new(_work, _lifetime, _logger);
        _activities = new(_work, _lifetime, _logger);
        var mailroom = new Mailroom(_table, _turns);
        _timers = new(options.TimeProvider, key => Fire(key, mailroom));
        _reader = new(store);
        var writer = new HistoryWriter(store, options, _lifetime, _logger);
        var creator = new InstanceCreator(_table, writer, mailroom, _timers, watch, options.TimeProvider);
        var children = new ChildStarter(_table, creator, _reader, writer, ids, mailroom, options.TimeProvider);
        var effects = new TurnEffects(
            _activities, _timers, children, new EventSender(mailroom, writer, _lifetime, _work, _logger), _lifetime);
        var closer = new InstanceCloser(_table, writer, mailroom, _lifetime, _work, _logger);
        var turns = new TurnTaker(functions, payloads, mailroom, options.DefaultVersion, loggers);
        _processor = new(turns, writer, effects, closer, watch, _turns, _lifetime, options.TimeProvider);
        _activityRunner = new(functions, payloads, mailroom, options, _lifetime, _logger);
        _recovery = new(store, _reader, writer, _table, creator, closer, effects, mailroom, _logger);

        var queries = new InstanceQueries(_table, _reader, watch, _lifetime);
        var starts = new InstanceStarts(functions, _table, creator, queries, mailroom, ids, payloads, options);
        var purges = new InstancePurges(_table, _reader, writer, ids, options.TimeProvider);
        Client = new LocalDurableTaskClient(starts, queries, purges, mailroom, payloads, _lifetime);
    }

    /// <summary>Starts, watches and steers instances.</summary>
    public DurableTaskClient Client { get; }

    /// <summary>When the next durable timer fires; null when none is set.</summary>
    public DateTimeOffset? NextTimer => _timers.Next;

    /// <summary>Cancelled when the engine has died: a test crashed it, or another host writes to its store.</summary>
    public CancellationToken Died => _lifetime.Aborted;

    /// <summary>Finds the store's instances and lets unfinished ones go on.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _recovery.RunAsync(cancellationToken);
        }
        catch (Faults.SimulatedCrashException)
        {
            _lifetime.Abort();
            throw;
        }

        _isStarted = true;
        _lifetime.Start();
        _turns.Start(_options.MaxConcurrentOrchestrators, _processor.ProcessAsync);
        _activities.Start(_options.MaxConcurrentActivities, _activityRunner.RunAsync);
    }

    /// <summary>
    /// Stops: no turn and no activity begins any more; running activities may end and their results are stored. Once the token is cancelled,
    /// activities are told to end, and those that do not are left to the next start.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _lifetime.Stop();
        if (_isStarted && !_lifetime.Aborted.IsCancellationRequested)
        {
            try
            {
                await _work.WaitUntilIdleAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                _lifetime.CancelActivities();
                await WaitAtMostAsync(DisposeGrace);
            }
        }

        _lifetime.Abort();
        await Task.WhenAll(_turns.CompleteAsync(), _activities.CompleteAsync());
    }

    /// <summary>Waits until nothing is queued and nothing runs: whatever is left waits for a timer or for somebody outside.</summary>
    public Task WaitUntilIdleAsync(CancellationToken cancellationToken) => _work.WaitUntilIdleAsync(cancellationToken);

    /// <summary>The history of an instance's present execution; empty when there is none.</summary>
    public async Task<IReadOnlyList<HistoryEvent>> GetHistoryAsync(string instanceId, CancellationToken cancellationToken)
    {
        var key = _table.FindLive(instanceId)?.Execution.Key ?? _table.FindEnded(instanceId)?.Key;
        return key is { } known && await _reader.ReadAsync(known, cancellationToken) is { } found ? found.Execution.Events : [];
    }

    /// <summary>How many storage operations there were, by kind.</summary>
    public IReadOnlyDictionary<string, long> StorageOperations => _store.Operations;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        using var grace = new CancellationTokenSource(DisposeGrace);
        await StopAsync(grace.Token);
        _timers.Dispose();
        _lifetime.Dispose();
    }

    private static void Fire(TimerKey key, Mailroom mailroom)
    {
        if (key.TimerId == TimerKey.Start)
        {
            mailroom.Wake(key.InstanceId);
        }
        else
        {
            mailroom.Post(key.InstanceId, new TimerFired(key.TimerId), key.Execution);
        }
    }

    private async Task WaitAtMostAsync(TimeSpan grace)
    {
        using var limit = new CancellationTokenSource(grace);
        try
        {
            await _work.WaitUntilIdleAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            DurableLog.StopCutShort(_logger);
        }
    }
}
