using LocalHost.Durable.History;
using LocalHost.Durable.Replay;

namespace LocalHost.Durable.Dispatch;

/// <summary>Sets going what an instance's stored history asks for: once after each commit, and once for everything open after a restart.</summary>
internal sealed class TurnEffects(
    WorkQueue<ActivityCall> activities, TimerQueue timers, ChildStarter children, EventSender sender, EngineLifetime lifetime)
{
    /// <summary>Begins what a block newly asks for.</summary>
    public async Task BeginAsync(OrchestrationInstance instance, IReadOnlyList<HistoryEvent> written)
    {
        var execution = instance.Execution;
        var sends = new List<(int, EventSent)>();
        foreach (var entry in written)
        {
            switch (entry)
            {
                case TaskScheduled task:
                    Begin(instance, task);
                    break;
                case TimerCreated timer:
                    timers.Add(KeyOf(execution, timer.Id), timer.FireAt);
                    break;
                case TimerCancelled cancelled:
                    timers.Cancel(KeyOf(execution, cancelled.TimerId));
                    break;
                case SubOrchestrationScheduled child:
                    await children.EnsureAsync(execution, execution.Key.Number, child, lifetime.Aborted);
                    break;
                case ActionInherited { Action: SubOrchestrationScheduled child } inherited:
                    await children.EnsureAsync(execution, inherited.Execution, child, lifetime.Aborted);
                    break;
                case EventSent sent:
                    sends.Add((execution.Key.Number, sent));
                    break;
            }
        }

        sender.Begin(instance, sends);
        if (execution.Completed is not null)
        {
            CancelTimers(execution);
        }
    }

    /// <summary>Begins everything that is open.</summary>
    public async Task ResumeAsync(OrchestrationInstance instance)
    {
        var execution = instance.Execution;
        foreach (var task in execution.OpenTasks)
        {
            Begin(instance, task);
        }

        foreach (var (number, child) in execution.InheritedChildren)
        {
            await children.EnsureAsync(execution, number, child, lifetime.Aborted);
        }

        foreach (var child in execution.OpenChildren)
        {
            await children.EnsureAsync(execution, execution.Key.Number, child, lifetime.Aborted);
        }

        sender.Begin(instance, [.. execution.OpenSends.Select(send => (send.Key.Execution, send.Value))]);
        if (execution.Completed is null)
        {
            foreach (var timer in execution.OpenTimers)
            {
                timers.Add(KeyOf(execution, timer.Id), timer.FireAt);
            }
        }
    }

    /// <summary>Forgets the timers of an execution that is over.</summary>
    public void CancelTimers(ExecutionState execution)
    {
        timers.Cancel(KeyOf(execution, TimerKey.Start));
        foreach (var timer in execution.OpenTimers)
        {
            timers.Cancel(KeyOf(execution, timer.Id));
        }
    }

    /// <summary>Delivers what the execution before asked for in its last turn.</summary>
    public void BeginInheritedSends(OrchestrationInstance instance, IReadOnlyList<(int Execution, EventSent Sent)> sends) =>
        sender.Begin(instance, sends);

    private static TimerKey KeyOf(ExecutionState execution, int timerId) => new(execution.Key.InstanceId, execution.Key.Number, timerId);

    private void Begin(OrchestrationInstance instance, TaskScheduled task)
    {
        var call = new ActivityCall(instance.Execution.Key, task, instance.Execution.Started.TraceParent);
        instance.AddBackground(call.Ended);
        activities.Enqueue(call);
    }
}
