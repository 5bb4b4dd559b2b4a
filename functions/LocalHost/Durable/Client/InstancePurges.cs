using LocalHost.Durable.Dispatch;
using LocalHost.Durable.History;
using Microsoft.DurableTask.Client;

namespace LocalHost.Durable.Client;

/// <summary>Removes ended instances for clients.</summary>
internal sealed class InstancePurges(InstanceTable table, HistoryReader reader, HistoryWriter writer, KeyedLock ids, TimeProvider time)
{
    /// <returns>How many instances are gone: none when there is no such instance.</returns>
    /// <exception cref="InvalidOperationException">The instance has not ended.</exception>
    public async Task<int> PurgeAsync(string instanceId, bool recursive, CancellationToken cancellationToken)
    {
        using var hold = await ids.EnterAsync(instanceId, cancellationToken);
        if (table.FindLive(instanceId) is { } live)
        {
            await WaitUntilClosedAsync(live, cancellationToken);
        }

        if (table.FindEnded(instanceId) is not { } ended)
        {
            return 0;
        }

        // Children first: after a crash half way the parent is still there to lead to the rest of them.
        var purgedChildren = recursive ? await PurgeChildrenAsync(await ChildrenAsync(ended, cancellationToken), cancellationToken) : 0;
        await writer.DeleteAsync(ended.Key);
        table.Remove(instanceId);
        return purgedChildren + 1;
    }

    /// <summary>Purges all ended instances that match, until the time is up.</summary>
    public async Task<PurgeResult> PurgeAllAsync(PurgeInstancesFilter filter, bool recursive, CancellationToken cancellationToken)
    {
        var statuses = filter.Statuses?.ToHashSet();
        var deadline = filter.Timeout is { } timeout ? time.GetUtcNow() + timeout : (DateTimeOffset?)null;
        var matches = table.Ended.Where(ended => (filter.CreatedFrom is null || ended.Summary.CreatedAt >= filter.CreatedFrom)
            && (filter.CreatedTo is null || ended.Summary.CreatedAt <= filter.CreatedTo)
            && (statuses is null or { Count: 0 } || statuses.Contains(ended.Summary.Status))).ToList();
        var purged = 0;
        foreach (var ended in matches)
        {
            if (time.GetUtcNow() >= deadline)
            {
                return new PurgeResult(purged, isComplete: false);
            }

            purged += await PurgeAsync(ended.Key.InstanceId, recursive, cancellationToken);
        }

        return new PurgeResult(purged, isComplete: true);
    }

    private static async Task WaitUntilClosedAsync(OrchestrationInstance live, CancellationToken cancellationToken)
    {
        if (live.Snapshot.Completed is null)
        {
            throw new InvalidOperationException($"The instance '{live.Id}' has not ended; terminate it before it is purged.");
        }

        await live.Closed.WaitAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<string>> ChildrenAsync(EndedInstance ended, CancellationToken cancellationToken) =>
        await reader.ReadAsync(ended.Key, cancellationToken) is { } found
            ? [.. found.Execution.Events.OfType<SubOrchestrationScheduled>().Select(child => child.InstanceId).Distinct(StringComparer.Ordinal)]
            : [];

    private async Task<int> PurgeChildrenAsync(IReadOnlyList<string> children, CancellationToken cancellationToken)
    {
        var purged = 0;
        foreach (var child in children.Where(child => table.FindEnded(child) is not null))
        {
            purged += await PurgeAsync(child, recursive: true, cancellationToken);
        }

        return purged;
    }
}
