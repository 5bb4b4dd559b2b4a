using LocalHost.Durable.History;

namespace LocalHost.Durable.Replay;

/// <content>What history brings.</content>
internal sealed partial class ReplayContext
{
    /// <summary>Hands a message to whoever waits for it. Must run within the pump.</summary>
    public void Deliver(OrchestrationMessage message)
    {
        switch (message)
        {
            case TaskCompleted completed:
                Take(completed.Id)?.Complete(completed.Result, payloads);
                break;
            case TaskFailed failed:
                Fail(failed.Id, failed.Failure);
                break;
            case SubOrchestrationCompleted completed:
                Take(completed.Id)?.Complete(completed.Result, payloads);
                break;
            case SubOrchestrationFailed failed:
                Fail(failed.Id, failed.Failure);
                break;
            case TimerFired fired:
                Take(fired.Id)?.Complete(null, payloads);
                break;
            case EventRaised raised:
                _events.Deliver(raised);
                break;
        }
    }

    private void Fail(int id, Failure failure)
    {
        if (Take(id) is { } task)
        {
            task.Fail(TaskFailure.From(task.Name, id, failure));
        }
    }

    private PendingTask? Take(int id) => _pending.Remove(id, out var task) ? task : null;
}
