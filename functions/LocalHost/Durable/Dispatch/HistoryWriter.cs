using LocalHost.Durable.Faults;
using LocalHost.Durable.History;
using LocalHost.Durable.Telemetry;

namespace LocalHost.Durable.Dispatch;

/// <summary>
/// Writes blocks of history. A store that fails is tried again with the very same block, because the outcome of the failed try is unknown and the
/// store recognises a block that is there already.
/// </summary>
internal sealed class HistoryWriter(
    IHistoryStore store, DurableEngineOptions options, EngineLifetime lifetime, ILogger logger)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Stores a new execution.</summary>
    /// <returns>The execution as it was stored, and the length of its history.</returns>
    public async Task<(IReadOnlyList<HistoryEvent> Events, long Length)> CreateAsync(ExecutionKey key, IEnumerable<HistoryEvent> events)
    {
        var block = HistoryBlock.Write(events);
        Pass(Checkpoint.BeforeCreate, key);
        await TryAsync(key, token => store.CreateAsync(key, token));
        Pass(Checkpoint.WithinCreate, key);
        await TryAsync(key, token => store.AppendAsync(key, 0, block, token));
        Pass(Checkpoint.AfterCreate, key);
        return Written(block);
    }

    /// <summary>Appends a block to the history of an instance and takes it over.</summary>
    public async Task<IReadOnlyList<HistoryEvent>> CommitAsync(OrchestrationInstance instance, IEnumerable<HistoryEvent> events)
    {
        var key = instance.Execution.Key;
        var block = HistoryBlock.Write(events);
        Pass(Checkpoint.BeforeCommit, key);
        await TryAsync(key, token => store.AppendAsync(key, instance.Position, block, token));
        Pass(Checkpoint.AfterCommit, key);
        var written = Written(block);
        instance.Advance(written.Events, written.Length);
        return written.Events;
    }

    /// <summary>Marks an ended instance.</summary>
    public async Task SealAsync(ExecutionKey key, InstanceSummary summary)
    {
        Pass(Checkpoint.BeforeSeal, key);
        await TryAsync(key, token => store.SealAsync(key, summary, token));
        Pass(Checkpoint.AfterSeal, key);
    }

    /// <summary>Deletes an execution that is not needed any more.</summary>
    public async Task DeleteAsync(ExecutionKey key)
    {
        Pass(Checkpoint.BeforeDelete, key);
        await TryAsync(key, token => store.DeleteAsync(key, token));
    }

    public void Pass(Checkpoint checkpoint, ExecutionKey key)
    {
        try
        {
            options.FaultInjection?.Pass(checkpoint, key.InstanceId);
        }
        catch (SimulatedCrashException)
        {
            lifetime.Abort();
            throw;
        }
    }

    // What orchestrators replay is what was written, read back.
    private static (IReadOnlyList<HistoryEvent> Events, long Length) Written(ReadOnlyMemory<byte> block)
    {
        var events = HistoryBlock.Read(block);
        DurableTelemetry.CountEvents(events.Count);
        return (events, block.Length);
    }

    private async Task TryAsync(ExecutionKey key, Func<CancellationToken, Task> operation)
    {
        for (var pause = options.StoreRetryInterval; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            lifetime.Aborted.ThrowIfCancellationRequested();
            try
            {
                await operation(lifetime.Aborted);
                return;
            }
            catch (ConcurrentWriterException fenced)
            {
                DurableLog.Fenced(logger, fenced, key.InstanceId);
                lifetime.Abort();
                throw;
            }
            catch (Exception failure) when (failure is not SimulatedCrashException && !lifetime.Aborted.IsCancellationRequested)
            {
                DurableLog.StoreFailed(logger, failure, key.InstanceId, pause);
            }

            await Task.Delay(pause, options.TimeProvider, lifetime.Aborted);
        }
    }
}
