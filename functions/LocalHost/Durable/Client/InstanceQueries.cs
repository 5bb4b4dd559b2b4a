using LocalHost.Durable.Dispatch;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Durable.Client;

/// <summary>Answers what clients ask about instances. Only payloads and failures of ended instances cost a read of the store.</summary>
internal sealed class InstanceQueries(InstanceTable table, HistoryReader reader, InstanceWatch watch, EngineLifetime lifetime)
{
    /// <summary>The status of an instance; null when there is none.</summary>
    public OrchestrationRuntimeStatus? StatusOf(string instanceId) =>
        table.FindLive(instanceId)?.Snapshot.Status ?? table.FindEnded(instanceId)?.Summary.Status;

    /// <param name="instanceId">The instance.</param>
    /// <param name="converter">Reads payloads; null when they are not asked for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<OrchestrationMetadata?> FindAsync(string instanceId, DataConverter? converter, CancellationToken cancellationToken)
    {
        if (table.FindLive(instanceId) is { } live)
        {
            return live.Snapshot.ToMetadata(converter);
        }

        return table.FindEnded(instanceId) is { } ended ? await DescribeAsync(ended, converter, cancellationToken) : null;
    }

    /// <summary>Waits until an instance exists and fulfils a condition.</summary>
    public async Task<OrchestrationMetadata> WaitAsync(
        string instanceId,
        Func<OrchestrationRuntimeStatus, bool> until,
        DataConverter? converter,
        CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.Aborted);
        var next = watch.WaitAsync(instanceId, snapshot => until(snapshot.Status), either.Token);
        if (await FindAsync(instanceId, converter, cancellationToken) is { } present && until(present.RuntimeStatus))
        {
            await either.CancelAsync();
            return present;
        }

        try
        {
            return (await next).ToMetadata(converter);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException($"The durable engine stopped while a client waited for '{instanceId}'.");
        }
    }

    /// <summary>One page of the instances that match, in the order of their ids.</summary>
    public async Task<Page<OrchestrationMetadata>> PageAsync(
        OrchestrationQuery query, string? continuation, int? size, DataConverter converter, CancellationToken cancellationToken)
    {
        var after = continuation ?? query.ContinuationToken;
        var count = Math.Max(1, size ?? query.PageSize);
        var candidates = Candidates(query)
            .Where(id => after is null || string.CompareOrdinal(id, after) > 0)
            .Order(StringComparer.Ordinal)
            .Take(count + 1)
            .ToList();
        var values = new List<OrchestrationMetadata>();
        foreach (var id in candidates.Take(count))
        {
            if (await FindAsync(id, query.FetchInputsAndOutputs ? converter : null, cancellationToken) is { } metadata)
            {
                values.Add(metadata);
            }
        }

        return new Page<OrchestrationMetadata>(values, candidates.Count > count ? candidates[count - 1] : null);
    }

    private async Task<OrchestrationMetadata?> DescribeAsync(EndedInstance ended, DataConverter? converter, CancellationToken cancellationToken)
    {
        if (converter is null && ended.Summary.Status != OrchestrationRuntimeStatus.Failed)
        {
            return new OrchestrationMetadata(ended.Summary.Name, ended.Key.InstanceId)
            {
                RuntimeStatus = ended.Summary.Status,
                CreatedAt = ended.Summary.CreatedAt,
                LastUpdatedAt = ended.Summary.LastUpdatedAt,
            };
        }

        return await reader.ReadAsync(ended.Key, cancellationToken) is { } found
            ? InstanceSnapshot.From(found.Execution).ToMetadata(converter)
            : null;
    }

    private IEnumerable<string> Candidates(OrchestrationQuery query)
    {
        var statuses = query.Statuses?.ToHashSet();
        var live = table.Live.Select(instance => (instance.Id, Summary: instance.Snapshot.Summarise()));
        var ended = table.Ended.Select(instance => (Id: instance.Key.InstanceId, instance.Summary));
        return live.Concat(ended)
            .Where(instance => (query.InstanceIdPrefix is null || instance.Id.StartsWith(query.InstanceIdPrefix, StringComparison.Ordinal))
                && (query.CreatedFrom is null || instance.Summary.CreatedAt >= query.CreatedFrom)
                && (query.CreatedTo is null || instance.Summary.CreatedAt <= query.CreatedTo)
                && (statuses is null or { Count: 0 } || statuses.Contains(instance.Summary.Status)))
            .Select(instance => instance.Id)
            .Distinct(StringComparer.Ordinal);
    }
}
