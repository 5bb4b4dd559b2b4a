using LocalHost.Durable.History;
using LocalHost.Durable.Replay;

namespace LocalHost.Durable.Dispatch;

/// <summary>An instance that has not ended, or whose end is not tidied up yet. Only the one worker that holds it changes its execution.</summary>
internal sealed class OrchestrationInstance(ExecutionState execution, long position)
{
    // An instance can go on for ever; what it once began must not pile up.
    private const int MostBackground = 64;

    private readonly Lock _gate = new();
    private readonly List<InstanceMessage> _inbox = [];
    private readonly List<HistoryEvent> _notes = [];
    private readonly List<Task> _background = [];
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isScheduled;
    private bool _isWoken;
    private volatile InstanceSnapshot _snapshot = InstanceSnapshot.From(execution);

    public string Id => execution.Key.InstanceId;

    public ExecutionState Execution => execution;

    /// <summary>The length of the stored history.</summary>
    public long Position { get; private set; } = position;

    /// <summary>The instance as clients see it.</summary>
    public InstanceSnapshot Snapshot => _snapshot;

    /// <summary>Completes when the ended instance is marked as ended in the store.</summary>
    public Task Closed => _closed.Task;

    /// <summary>Completes when all events that the instance has sent so far are delivered.</summary>
    public Task LastSend { get; set; } = Task.CompletedTask;

    /// <summary>Activities and sends that have begun and must end before the instance is closed.</summary>
    public Task Background
    {
        get
        {
            lock (_gate)
            {
                _background.RemoveAll(task => task.IsCompleted);
                return Task.WhenAll(_background);
            }
        }
    }

    /// <summary>Puts a message into the inbox, or only wakes the instance when there is none.</summary>
    /// <returns>Whether the instance has to be queued for a worker: it is never queued twice.</returns>
    public bool Post(InstanceMessage? message)
    {
        lock (_gate)
        {
            if (message is not null)
            {
                _inbox.Add(message);
            }

            _isWoken = true;
            var mustQueue = !_isScheduled;
            _isScheduled = true;
            return mustQueue;
        }
    }

    public IReadOnlyList<InstanceMessage> TakeInbox()
    {
        lock (_gate)
        {
            _isWoken = false;
            InstanceMessage[] taken = [.. _inbox];
            _inbox.Clear();
            return taken;
        }
    }

    /// <summary>Ends a worker's hold.</summary>
    /// <returns>Whether more has come in meanwhile and the instance has to be queued again.</returns>
    public bool Release()
    {
        lock (_gate)
        {
            return _isScheduled = _isWoken;
        }
    }

    /// <summary>Leaves an entry for the next block; losing it does no harm.</summary>
    public void Note(HistoryEvent entry)
    {
        lock (_gate)
        {
            _notes.Add(entry);
        }
    }

    public IReadOnlyList<HistoryEvent> TakeNotes()
    {
        lock (_gate)
        {
            HistoryEvent[] taken = [.. _notes];
            _notes.Clear();
            return taken;
        }
    }

    public void AddBackground(Task task)
    {
        lock (_gate)
        {
            if (_background.Count >= MostBackground)
            {
                _background.RemoveAll(earlier => earlier.IsCompleted);
            }

            _background.Add(task);
        }
    }

    /// <summary>Takes over what was stored.</summary>
    public void Advance(IReadOnlyList<HistoryEvent> events, long length)
    {
        foreach (var entry in events)
        {
            execution.Apply(entry);
        }

        Position += length;
        _snapshot = InstanceSnapshot.From(execution);
    }

    /// <summary>Goes on with a new execution.</summary>
    public void Replace(ExecutionState next, long length)
    {
        execution = next;
        Position = length;
        _snapshot = InstanceSnapshot.From(next);
    }

    public void Close() => _closed.TrySetResult();
}
