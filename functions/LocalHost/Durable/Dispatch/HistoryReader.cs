using LocalHost.Durable.History;
using LocalHost.Durable.Replay;

namespace LocalHost.Durable.Dispatch;

/// <summary>Reads stored executions.</summary>
internal sealed class HistoryReader(IHistoryStore store)
{
    /// <returns>The execution and the length of its history; null when there is none.</returns>
    public async Task<(ExecutionState Execution, long Length)?> ReadAsync(ExecutionKey key, CancellationToken cancellationToken) =>
        await store.ReadAsync(key, cancellationToken) is { IsEmpty: false } content
            ? (new ExecutionState(key, HistoryBlock.Read(content)), content.Length)
            : null;
}
