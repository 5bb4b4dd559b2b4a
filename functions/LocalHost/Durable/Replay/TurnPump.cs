using LocalHost.Durable.History;

namespace LocalHost.Durable.Replay;

/// <summary>
/// Runs orchestrator code on one thread and only during a turn. Continuations of durable tasks come back here by themselves, because they are
/// completed here. Whatever comes from another thread belongs to a task that is not durable; it is not run, and the orchestration fails.
/// </summary>
/// <param name="onLateBreach">Told of a breach that shows only after the run has ended.</param>
internal sealed class TurnPump(Action<Failure> onLateBreach) : SynchronizationContext
{
    private const int NoThread = -1;

    private readonly Lock _gate = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _continuations = new();
    private int _thread = NoThread;
    private bool _ended;
    private Failure? _breach;

    /// <summary>The first rule that the code broke in this run.</summary>
    public Failure? Breach
    {
        get
        {
            lock (_gate)
            {
                return _breach;
            }
        }
    }

    /// <summary>Runs a step and everything that follows from it, until the code waits for something.</summary>
    public void Run(Action step)
    {
        var previous = Current;
        SetSynchronizationContext(this);
        Volatile.Write(ref _thread, Environment.CurrentManagedThreadId);
        try
        {
            step();
            while (_continuations.TryDequeue(out var next))
            {
                next.Callback(next.State);
            }
        }
        finally
        {
            Volatile.Write(ref _thread, NoThread);
            SetSynchronizationContext(previous);
        }
    }

    /// <summary>Ends the run: from now on a breach is reported instead of kept.</summary>
    public void End()
    {
        lock (_gate)
        {
            _ended = true;
        }
    }

    /// <summary>Checks that the context is used by the orchestrator itself.</summary>
    /// <exception cref="OrchestratorRuleException">It is used on another thread, or outside a turn.</exception>
    public void Demand(string member)
    {
        if (!IsOrchestratorThread)
        {
            throw Report($"The orchestrator used {member} on another thread, or after its turn. Await only tasks of the context, without ConfigureAwait(false).");
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsOrchestratorThread)
        {
            _continuations.Enqueue((d, state));
            return;
        }

        Report("The orchestrator awaited a task that is not durable. Delays, I/O and other threads belong into activities.");
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw Report("The orchestrator ran code synchronously from another thread.");

    public override SynchronizationContext CreateCopy() => this;

    private bool IsOrchestratorThread => Volatile.Read(ref _thread) == Environment.CurrentManagedThreadId;

    private OrchestratorRuleException Report(string message)
    {
        var exception = new OrchestratorRuleException(message);
        bool late;
        lock (_gate)
        {
            late = _ended && _breach is null;
            _breach ??= Failure.From(exception);
        }

        if (late)
        {
            onLateBreach(Failure.From(exception));
        }

        return exception;
    }
}
