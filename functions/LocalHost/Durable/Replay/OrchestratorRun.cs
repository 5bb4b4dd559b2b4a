using LocalHost.Durable.History;
using Microsoft.DurableTask;

namespace LocalHost.Durable.Replay;

/// <summary>
/// One run of an orchestrator from its start: through all recorded turns, checking that it asks for what it asked for then, and through one new
/// turn. Nothing of a run outlives it; the next turn begins with history again.
/// </summary>
internal sealed class OrchestratorRun
{
    private readonly Func<TaskOrchestrationContext, Task<object?>> _orchestrator;
    private readonly ExecutionState _execution;
    private readonly PayloadConverter _payloads;
    private readonly TurnPump _pump;
    private readonly ReplayContext _context;
    private Task<object?>? _code;

    public OrchestratorRun(
        Func<TaskOrchestrationContext, Task<object?>> orchestrator,
        ExecutionState execution,
        PayloadConverter payloads,
        string defaultVersion,
        Action<Failure> onLateBreach,
        ILoggerFactory loggers)
    {
        _orchestrator = orchestrator;
        _execution = execution;
        _payloads = payloads;
        _pump = new TurnPump(onLateBreach);
        _context = new ReplayContext(execution.Key, execution.Started, payloads, defaultVersion, _pump, loggers);
    }

    /// <summary>Replays history and takes one more turn.</summary>
    /// <param name="messages">What is new since the last turn, apart from messages that history holds already.</param>
    /// <param name="now">The time that the new turn sees.</param>
    public TurnOutcome TakeTurn(IReadOnlyList<OrchestrationMessage> messages, DateTimeOffset now)
    {
        try
        {
            var recorded = RecordedTurn.Split(_execution.Events, out var waiting);
            for (var number = 0; number < recorded.Count; number++)
            {
                Replay(recorded[number], number);
            }

            _context.BeginTurn(now, isReplaying: false);
            Play([.. waiting, .. messages]);
            return new TurnOutcome(_context.TakeActions(), _context.CustomStatus, FindEnd());
        }
        catch (NonDeterministicOrchestrationException mismatch)
        {
            return new TurnOutcome([], _context.CustomStatus, new OrchestratorEnd.Failed(Failure.From(mismatch)));
        }
        finally
        {
            _pump.End();
        }
    }

    private void Replay(RecordedTurn turn, int number)
    {
        _context.BeginTurn(turn.At, isReplaying: true);
        Play(turn.Messages);
        ActionComparison.Demand(
            turn.Actions, _context.TakeActions(), $"Orchestrator '{_execution.Started.Name}', instance '{_execution.Key.InstanceId}', turn {number + 1}");
        if (_code!.IsCompleted)
        {
            throw new NonDeterministicOrchestrationException(
                $"Orchestrator '{_execution.Started.Name}', instance '{_execution.Key.InstanceId}' ended in turn {number + 1}, where history says that it waited.");
        }
    }

    private void Play(IEnumerable<OrchestrationMessage> messages)
    {
        if (_code is null)
        {
            _pump.Run(() => _code = Start());
        }

        foreach (var message in messages)
        {
            _pump.Run(() => _context.Deliver(message));
        }
    }

    private async Task<object?> Start() => await _orchestrator(_context);

    private OrchestratorEnd? FindEnd()
    {
        if (_pump.Breach is { } breach)
        {
            return new OrchestratorEnd.Failed(breach);
        }

        if (!_code!.IsCompleted)
        {
            return _context.WaitsForSomething ? null : new OrchestratorEnd.Failed(Failure.From(new OrchestratorRuleException(
                "The orchestrator waits for a task that is not durable: nothing that the context knows of can wake it up.")));
        }

        if (_code.IsFaulted)
        {
            return new OrchestratorEnd.Failed(Failure.From(_code.Exception!.InnerException!));
        }

        if (_code.IsCanceled)
        {
            return new OrchestratorEnd.Failed(Failure.From(new TaskCanceledException(_code)));
        }

        return _context.NextExecution is { } next
            ? new OrchestratorEnd.StartsOver(next, next.PreserveUnprocessedEvents ? _context.UnclaimedEvents : [])
            : WriteOutput(_code.Result);
    }

    private OrchestratorEnd WriteOutput(object? output)
    {
        try
        {
            return new OrchestratorEnd.Returned(_payloads.Write(output, $"The output of orchestrator '{_execution.Started.Name}'"));
        }
        catch (Exception unwritable) when (unwritable is PayloadTooLargeException or NotSupportedException or System.Text.Json.JsonException)
        {
            return new OrchestratorEnd.Failed(Failure.From(unwritable));
        }
    }
}
