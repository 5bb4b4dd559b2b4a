using LocalHost.Durable.History;
using Microsoft.DurableTask;

namespace LocalHost.Durable.Replay;

/// <content>What the code can ask for.</content>
internal sealed partial class ReplayContext
{
    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        pump.Demand(nameof(CallActivityAsync));
        if (input is TaskOptions && options is null)
        {
            throw new ArgumentException("Task options were passed as the activity's input; pass them as options.", nameof(input));
        }

        var serialised = payloads.Write(input, $"The input of activity '{name}'");
        var version = options?.Version?.Version ?? started.Version;
        return await RetryLoop.RunAsync(this, () => Schedule<TResult>(name, id => new TaskScheduled(id, name, version, serialised)), options?.Retry);
    }

    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        pump.Demand(nameof(CallSubOrchestratorAsync));
        var instanceId = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        var serialised = payloads.Write(input, $"The input of orchestrator '{orchestratorName}'");
        var version = options?.Version?.Version ?? defaultVersion;
        return await RetryLoop.RunAsync(
            this,
            () => Schedule<TResult>(orchestratorName, id => new SubOrchestrationScheduled(id, orchestratorName, version, instanceId, serialised)),
            options?.Retry);
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        pump.Demand(nameof(CreateTimer));
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        var timerId = _nextAction;
        var task = Schedule<object?>("timer", id => new TimerCreated(id, new DateTimeOffset(fireAt.ToUniversalTime())));
        if (cancellationToken.CanBeCanceled)
        {
            cancellationToken.Register(() => CancelTimer(timerId, cancellationToken));
        }

        return task;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        pump.Demand(nameof(WaitForExternalEvent));
        return _events.Wait<T>(eventName, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        pump.Demand(nameof(SendEvent));
        var serialised = payloads.Write(payload, $"The payload of event '{eventName}'");
        _actions.Add(new EventSent(_nextAction++, instanceId, eventName, serialised));
    }

    private Task<T> Schedule<T>(string name, Func<int, OrchestrationAction> describe)
    {
        pump.Demand("a durable task");
        var id = _nextAction++;
        var task = new PendingTask<T>(name);
        _actions.Add(describe(id));
        _pending.Add(id, task);
        return task.Task;
    }

    private void CancelTimer(int timerId, CancellationToken cancellationToken)
    {
        pump.Demand("the cancellation of a timer");
        if (_pending.Remove(timerId, out var timer))
        {
            _actions.Add(new TimerCancelled(_nextAction++, timerId));
            timer.Cancel(cancellationToken);
        }
    }
}
