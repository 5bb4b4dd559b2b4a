using LocalHost.Durable;
using LocalHost.Durable.History;

namespace LocalHost.Tests.Durable;

/// <summary>A store whose answers get lost: every write is tried twice by the engine, although the first try has succeeded.</summary>
internal sealed class FlakyHistoryStore(IHistoryStore inner) : IHistoryStore
{
    private int _writes;

    public IReadOnlyDictionary<string, long> Operations => inner.Operations;

    public Task InitializeAsync(CancellationToken cancellationToken) => inner.InitializeAsync(cancellationToken);

    public IAsyncEnumerable<StoredExecution> ListAsync(CancellationToken cancellationToken) => inner.ListAsync(cancellationToken);

    public Task<ReadOnlyMemory<byte>?> ReadAsync(ExecutionKey key, CancellationToken cancellationToken) => inner.ReadAsync(key, cancellationToken);

    public Task CreateAsync(ExecutionKey key, CancellationToken cancellationToken) => LoseAsync(inner.CreateAsync(key, cancellationToken));

    public Task AppendAsync(ExecutionKey key, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken) =>
        LoseAsync(inner.AppendAsync(key, position, block, cancellationToken));

    public Task SealAsync(ExecutionKey key, InstanceSummary summary, CancellationToken cancellationToken) =>
        LoseAsync(inner.SealAsync(key, summary, cancellationToken));

    public Task DeleteAsync(ExecutionKey key, CancellationToken cancellationToken) => LoseAsync(inner.DeleteAsync(key, cancellationToken));

    private async Task LoseAsync(Task write)
    {
        await write;
        if (Interlocked.Increment(ref _writes) % 2 == 1)
        {
            throw new IOException("The answer was lost.");
        }
    }
}
