using LocalHost.Durable.History;
using LocalHost.Durable.Replay;

namespace LocalHost.Durable.Dispatch;

/// <summary>Stores new instances and sets them going. Callers hold the id's lock.</summary>
internal sealed class InstanceCreator(
    InstanceTable table, HistoryWriter writer, Mailroom mailroom, TimerQueue timers, InstanceWatch watch, TimeProvider time)
{
    /// <summary>Creates an instance, in place of an ended one when there is one.</summary>
    public async Task CreateAsync(string instanceId, ExecutionStarted started, EndedInstance? replaced)
    {
        var key = new ExecutionKey(instanceId, (replaced?.Key.Number ?? 0) + 1);
        var (events, length) = await writer.CreateAsync(key, [started]);
        var instance = new OrchestrationInstance(new ExecutionState(key, events), length);
        table.Add(instance);
        watch.Publish(instance.Snapshot);
        Begin(instance);
        if (replaced is not null)
        {
            await writer.DeleteAsync(replaced.Key);
        }
    }

    /// <summary>Queues the first turn, at once or when its time has come.</summary>
    public void Begin(OrchestrationInstance instance)
    {
        var execution = instance.Execution;
        if (execution.Started.StartAt is { } startAt && startAt > time.GetUtcNow())
        {
            timers.Add(new TimerKey(instance.Id, execution.Key.Number, TimerKey.Start), startAt);
        }
        else
        {
            mailroom.Wake(instance);
        }
    }
}
