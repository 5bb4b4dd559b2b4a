using LocalHost.Durable.History;
using LocalHost.Durable.Replay;
using LocalHost.Durable.Telemetry;
using Microsoft.DurableTask.Client;

namespace LocalHost.Durable.Dispatch;

/// <summary>
/// Takes an instance one step further: everything that has come in goes into one turn, and everything that comes of it into one block of history.
/// Only when that is stored do its effects begin and its senders hear of it.
/// </summary>
internal sealed class TurnProcessor(
    TurnTaker turns,
    HistoryWriter writer,
    TurnEffects effects,
    InstanceCloser closer,
    InstanceWatch watch,
    WorkQueue<OrchestrationInstance> queue,
    EngineLifetime lifetime,
    TimeProvider time)
{
    public async Task ProcessAsync(OrchestrationInstance instance)
    {
        var inbox = instance.TakeInbox();
        try
        {
            var isOver = instance.Execution.Completed is not null;
            if (!isOver)
            {
                await StepAsync(instance, MessageFilter.Accept(instance.Execution, inbox));
            }

            foreach (var message in inbox)
            {
                message.Stored?.TrySetResult(!isOver);
            }
        }
        catch (Exception failure)
        {
            foreach (var message in inbox)
            {
                message.Stored?.TrySetException(failure);
            }

            throw;
        }
        finally
        {
            if (instance.Release())
            {
                queue.Enqueue(instance);
            }
        }
    }

    private async Task StepAsync(OrchestrationInstance instance, IReadOnlyList<OrchestrationMessage> messages)
    {
        var execution = instance.Execution;
        var now = Later(time.GetUtcNow(), execution.LastUpdatedAt);
        if (End(messages, now) is { } end)
        {
            await CommitAsync(instance, [.. messages, end]);
        }
        else if (lifetime.IsStopping || now < execution.Started.StartAt || MessageFilter.IsSuspendedAfter(execution, messages))
        {
            if (messages.Count > 0)
            {
                await CommitAsync(instance, [.. messages, new MessagesStored(now)]);
            }
        }
        else if (messages.Count > 0 || execution.HasWaitingMessages || execution.LastTurnAt is null)
        {
            await TakeTurnAsync(instance, messages, now);
        }
    }

    private async Task TakeTurnAsync(OrchestrationInstance instance, IReadOnlyList<OrchestrationMessage> messages, DateTimeOffset now)
    {
        var outcome = turns.Take(instance, messages, now);
        DurableTelemetry.CountTurn(instance.Execution.Started.Name);
        if (outcome.End is OrchestratorEnd.StartsOver over)
        {
            await StartOverAsync(instance, messages, outcome, over, now);
            return;
        }

        List<HistoryEvent> entries = [.. messages, new TurnStarted(now), .. outcome.Actions];
        if (outcome.CustomStatus != instance.Execution.CustomStatus)
        {
            entries.Add(new CustomStatusSet(outcome.CustomStatus));
        }

        switch (outcome.End)
        {
            case OrchestratorEnd.Returned returned:
                entries.Add(new ExecutionCompleted(now, OrchestrationRuntimeStatus.Completed, returned.Output));
                break;
            case OrchestratorEnd.Failed failed:
                entries.Add(new ExecutionCompleted(now, OrchestrationRuntimeStatus.Failed, Failure: failed.Failure));
                break;
        }

        await CommitAsync(instance, entries);
    }

    private async Task CommitAsync(OrchestrationInstance instance, IEnumerable<HistoryEvent> entries)
    {
        var written = await writer.CommitAsync(instance, [.. instance.TakeNotes(), .. entries]);
        await effects.BeginAsync(instance, written);
        watch.Publish(instance.Snapshot);
        if (instance.Execution.Completed is not null)
        {
            closer.Begin(instance);
        }
    }

    private async Task StartOverAsync(
        OrchestrationInstance instance,
        IReadOnlyList<OrchestrationMessage> messages,
        TurnOutcome outcome,
        OrchestratorEnd.StartsOver over,
        DateTimeOffset now)
    {
        var previous = instance.Execution;
        var key = previous.Key with { Number = previous.Key.Number + 1 };
        var (events, length) = await writer.CreateAsync(key, NextExecution.Open(previous, instance.TakeNotes(), messages, outcome, over, now));
        effects.CancelTimers(previous);
        instance.Replace(new ExecutionState(key, events), length);
        await effects.BeginAsync(instance, events);
        effects.BeginInheritedSends(
            instance, [.. outcome.Actions.OfType<EventSent>().Select(sent => (previous.Key.Number, sent))]);
        watch.Publish(instance.Snapshot);
        await writer.DeleteAsync(previous.Key);
        instance.Post(null);
    }

    private static ExecutionCompleted? End(IEnumerable<OrchestrationMessage> messages, DateTimeOffset now) => messages.FirstOrDefault(
        message => message is ExecutionTerminated or ExecutionFaulted) switch
    {
        ExecutionTerminated terminated => new ExecutionCompleted(now, OrchestrationRuntimeStatus.Terminated, terminated.Output),
        ExecutionFaulted faulted => new ExecutionCompleted(now, OrchestrationRuntimeStatus.Failed, Failure: faulted.Failure),
        _ => null,
    };

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
