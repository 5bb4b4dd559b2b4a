using LocalHost.Durable.History;

namespace LocalHost.Durable;

/// <summary>
/// Keeps the histories of executions as bytes. Every write is conditional on what the engine believes to be there, so a second host on the same
/// store is noticed before it does harm. Each call is one storage operation unless it says otherwise.
/// </summary>
public interface IHistoryStore
{
    /// <summary>How many storage operations the store has made, by kind.</summary>
    IReadOnlyDictionary<string, long> Operations { get; }

    /// <summary>Makes ready what the store needs, such as its container.</summary>
    Task InitializeAsync(CancellationToken cancellationToken);

    /// <summary>Lists all executions: one operation for some thousands of them.</summary>
    IAsyncEnumerable<StoredExecution> ListAsync(CancellationToken cancellationToken);

    /// <summary>Reads a whole history. Its length is the position of the next append.</summary>
    /// <returns>The content; null when there is no such execution.</returns>
    Task<ReadOnlyMemory<byte>?> ReadAsync(ExecutionKey key, CancellationToken cancellationToken);

    /// <summary>Reserves an execution. It counts only once its first block is appended at position 0.</summary>
    /// <exception cref="ConcurrentWriterException">The execution exists already and has entries.</exception>
    Task CreateAsync(ExecutionKey key, CancellationToken cancellationToken);

    /// <summary>Appends a block as a whole. One that is there already, from a try whose answer was lost, counts as done.</summary>
    /// <param name="key">The execution.</param>
    /// <param name="position">The length of the history that the engine knows.</param>
    /// <param name="block">What to append.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="ConcurrentWriterException">The history is longer or shorter than that.</exception>
    Task AppendAsync(ExecutionKey key, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken);

    /// <summary>Marks an ended execution, so that the next start lists it without reading it.</summary>
    Task SealAsync(ExecutionKey key, InstanceSummary summary, CancellationToken cancellationToken);

    /// <summary>Deletes an execution; nothing happens when there is none.</summary>
    Task DeleteAsync(ExecutionKey key, CancellationToken cancellationToken);
}
