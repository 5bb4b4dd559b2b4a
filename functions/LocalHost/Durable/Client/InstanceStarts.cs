using System.Diagnostics;
using DurableTask.Core.Exceptions;
using LocalHost.Durable.Dispatch;
using LocalHost.Durable.History;
using LocalHost.Durable.Replay;
using LocalHost.Durable.Telemetry;
using Microsoft.DurableTask;

namespace LocalHost.Durable.Client;

/// <summary>Starts instances for clients.</summary>
internal sealed class InstanceStarts(
    IDurableFunctions functions,
    InstanceTable table,
    InstanceCreator creator,
    InstanceQueries queries,
    Mailroom mailroom,
    KeyedLock ids,
    PayloadConverter payloads,
    DurableEngineOptions engine)
{
    /// <returns>The instance's id, once the instance is stored.</returns>
    public async Task<string> StartAsync(TaskName name, object? input, StartOrchestrationOptions? options, CancellationToken cancellationToken)
    {
        if (!functions.TryGetOrchestrator(name, out _))
        {
            throw new ArgumentException($"There is no orchestrator '{name}'.", nameof(name));
        }

        var id = InstanceId.Check(options?.InstanceId ?? InstanceId.NewRandom());
        var policy = DedupePolicy.From(options?.DedupeStatuses);
        var data = payloads.Write(input, $"The input of orchestrator '{name}'");

        using var span = DurableTelemetry.StartCreation(name, id);
        using var hold = await ids.EnterAsync(id, cancellationToken);
        var replaced = await MakeRoomAsync(id, policy, cancellationToken);
        await creator.CreateAsync(id, Describe(name, data, options), replaced);
        return id;
    }

    private async Task<EndedInstance?> MakeRoomAsync(string id, DedupePolicy policy, CancellationToken cancellationToken)
    {
        if (queries.StatusOf(id) is { } status && policy.Keeps(status))
        {
            throw new OrchestrationAlreadyExistsException($"An orchestration with the id '{id}' exists already. Its status is {status}.");
        }

        if (table.FindLive(id) is { } live)
        {
            await mailroom.DeliverAsync(id, new ExecutionTerminated(null, Recursive: false), cancellationToken);
            await live.Closed.WaitAsync(cancellationToken);
        }

        return table.FindEnded(id);
    }

    private ExecutionStarted Describe(TaskName name, string? input, StartOrchestrationOptions? options) => new(
        name,
        options?.Version?.Version ?? engine.DefaultVersion,
        engine.TimeProvider.GetUtcNow(),
        input,
        options?.StartAt,
        Tags: options?.Tags is { Count: > 0 } tags ? tags : null,
        TraceParent: Activity.Current?.Id);
}
