using LocalHost.Durable.Dispatch;
using LocalHost.Durable.History;
using LocalHost.Durable.Replay;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Durable.Client;

/// <summary>The client of the engine in the same process.</summary>
internal sealed class LocalDurableTaskClient(
    InstanceStarts starts,
    InstanceQueries queries,
    InstancePurges purges,
    Mailroom mailroom,
    PayloadConverter payloads,
    EngineLifetime lifetime) : DurableTaskClient("local")
{
    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        lifetime.DemandRunning();
        return starts.StartAsync(orchestratorName, input, options, cancellation);
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) =>
        DeliverAsync(instanceId, new EventRaised(eventName, payloads.Write(eventPayload, $"The payload of event '{eventName}'")), cancellation);

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        DeliverAsync(
            instanceId,
            new ExecutionTerminated(payloads.Write(options?.Output, "The output of a terminated instance"), options?.Recursive ?? false),
            cancellation);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        DeliverAsync(instanceId, new ExecutionSuspended(reason), cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        DeliverAsync(instanceId, new ExecutionResumed(reason), cancellation);

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        queries.FindAsync(instanceId, Converter(getInputsAndOutputs), cancellation);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        Pageable.Create((continuation, size, cancellation) =>
            queries.PageAsync(filter ?? new OrchestrationQuery(), continuation, size, payloads.Converter, cancellation));

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        queries.WaitAsync(
            instanceId, status => status != OrchestrationRuntimeStatus.Pending, Converter(getInputsAndOutputs), cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        queries.WaitAsync(
            instanceId,
            status => status is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated,
            Converter(getInputsAndOutputs),
            cancellation);

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        lifetime.DemandRunning();
        return new PurgeResult(await purges.PurgeAsync(instanceId, options?.Recursive ?? false, cancellation));
    }

    public override Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        lifetime.DemandRunning();
        return purges.PurgeAllAsync(filter, options?.Recursive ?? false, cancellation);
    }

    /// <summary>The engine owns everything that the client uses.</summary>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private DataConverter? Converter(bool getInputsAndOutputs) => getInputsAndOutputs ? payloads.Converter : null;

    private async Task DeliverAsync(string instanceId, OrchestrationMessage message, CancellationToken cancellation)
    {
        lifetime.DemandRunning();
        if (await IsDeliveredAsync(instanceId, message, cancellation))
        {
            return;
        }

        throw queries.StatusOf(instanceId) is { } status
            ? new InvalidOperationException($"The instance '{instanceId}' has ended: its status is {status}.")
            : new ArgumentException($"There is no instance '{instanceId}'.", nameof(instanceId));
    }

    private async Task<bool> IsDeliveredAsync(string instanceId, OrchestrationMessage message, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.Aborted);
        try
        {
            return await mailroom.DeliverAsync(instanceId, message, either.Token);
        }
        catch (Exception ended) when (lifetime.Aborted.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new InvalidOperationException($"The durable engine ended before it could say whether '{instanceId}' has got the message.", ended);
        }
    }
}
