using System.Diagnostics;

namespace LocalHost.Durable.Dispatch;

/// <summary>Finds the store's instances at the start and lets unfinished ones go on. Ended ones are listed, not read.</summary>
internal sealed class Recovery(
    IHistoryStore store,
    HistoryReader reader,
    HistoryWriter writer,
    InstanceTable table,
    InstanceCreator creator,
    InstanceCloser closer,
    TurnEffects effects,
    Mailroom mailroom,
    ILogger logger)
{
    private const int ConcurrentReads = 16;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await store.InitializeAsync(cancellationToken);
        var unfinished = new List<StoredExecution>();
        await foreach (var latest in LatestAsync(cancellationToken))
        {
            if (latest.Summary is { } summary)
            {
                table.AddEnded(new EndedInstance(latest.Key, summary));
            }
            else
            {
                unfinished.Add(latest);
            }
        }

        await Parallel.ForEachAsync(
            unfinished, new ParallelOptions { MaxDegreeOfParallelism = ConcurrentReads, CancellationToken = cancellationToken }, LoadAsync);

        // All of them are known before the first one moves: they may send each other events or be each other's children.
        var loaded = table.Live.ToList();
        foreach (var instance in loaded)
        {
            await ResumeAsync(instance);
        }

        DurableLog.Resumed(logger, loaded.Count, loaded.Count + table.Ended.Count(), watch.ElapsedMilliseconds);
    }

    /// <summary>The last execution of each instance. A crash can leave an earlier one, or one whose creation was cut off; both go.</summary>
    private async IAsyncEnumerable<StoredExecution> LatestAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var latest = new Dictionary<string, StoredExecution>(StringComparer.Ordinal);
        var superfluous = new List<StoredExecution>();
        await foreach (var stored in store.ListAsync(cancellationToken))
        {
            if (stored.Length == 0)
            {
                superfluous.Add(stored);
            }
            else if (!latest.TryGetValue(stored.Key.InstanceId, out var other) || other.Key.Number < stored.Key.Number)
            {
                superfluous.AddRange(other is null ? [] : [other]);
                latest[stored.Key.InstanceId] = stored;
            }
            else
            {
                superfluous.Add(stored);
            }
        }

        foreach (var stored in superfluous)
        {
            await writer.DeleteAsync(stored.Key);
        }

        foreach (var stored in latest.Values)
        {
            yield return stored;
        }
    }

    private async ValueTask LoadAsync(StoredExecution stored, CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(stored.Key, cancellationToken) is { } found)
        {
            table.Add(new OrchestrationInstance(found.Execution, found.Length));
        }
    }

    private async Task ResumeAsync(OrchestrationInstance instance)
    {
        await effects.ResumeAsync(instance);
        if (instance.Execution.Completed is not null)
        {
            closer.Begin(instance);
        }
        else if (instance.Execution.LastTurnAt is null)
        {
            creator.Begin(instance);
        }
        else
        {
            mailroom.Wake(instance);
        }
    }
}
