using LocalHost.Durable.Faults;
using LocalHost.Durable.History;
using LocalHost.Durable.Replay;
using LocalHost.Durable.Telemetry;

namespace LocalHost.Durable.Dispatch;

/// <summary>Runs activities and posts their results. Without a stored result an activity runs again after a restart.</summary>
internal sealed class ActivityRunner(
    IDurableFunctions functions,
    PayloadConverter payloads,
    Mailroom mailroom,
    DurableEngineOptions options,
    EngineLifetime lifetime,
    ILogger logger)
{
    public async Task RunAsync(ActivityCall call)
    {
        try
        {
            if (!lifetime.IsStopping)
            {
                await RunOnceOrTwiceAsync(call, new ActivityInvocation(call.Key.InstanceId, call.Task.Name, call.Task.Id));
            }
        }
        finally
        {
            call.End();
        }
    }

    private async Task RunOnceOrTwiceAsync(ActivityCall call, ActivityInvocation invocation)
    {
        var faults = options.FaultInjection;
        if (faults?.RepeatActivity?.Invoke(invocation) == true)
        {
            await InvokeAsync(call, invocation);
        }

        faults?.Pass(Checkpoint.BeforeActivity, call.Key.InstanceId);
        var result = await InvokeAsync(call, invocation);
        faults?.Pass(Checkpoint.AfterActivity, call.Key.InstanceId);
        if (result is not null)
        {
            mailroom.Post(call.Key.InstanceId, result, call.Key.Number);
        }
    }

    /// <summary>Null when the run was cut off by the end of the host: then it does not count.</summary>
    private async Task<OrchestrationMessage?> InvokeAsync(ActivityCall call, ActivityInvocation invocation)
    {
        if (!functions.TryGetActivity(call.Task.Name, out var activity))
        {
            return new TaskFailed(call.Task.Id, new Failure(
                typeof(InvalidOperationException).FullName!, $"There is no activity '{call.Task.Name}'.", IsNonRetriable: true));
        }

        using var span = DurableTelemetry.StartActivity(invocation, call.TraceParent);
        try
        {
            var input = payloads.Read(call.Task.Input, activity.InputType);
            var output = await activity.Run(input, invocation, lifetime.ActivityCancellation);
            return new TaskCompleted(call.Task.Id, payloads.Write(output, $"The result of activity '{call.Task.Name}'"));
        }
        catch (OperationCanceledException) when (lifetime.ActivityCancellation.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception failure)
        {
            span?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, failure.GetType().FullName);
            DurableLog.ActivityFailed(logger, call.Task.Name, call.Task.Id, call.Key.InstanceId, failure.GetType().FullName!);
            return new TaskFailed(call.Task.Id, Failure.From(failure));
        }
    }
}
