using System.Buffers;
using System.Runtime.CompilerServices;
using LocalHost.Durable.History;

namespace LocalHost.Durable;

/// <summary>Keeps histories in memory, with the same conditions as the real store. It outlives an engine, so tests can restart one over it.</summary>
public sealed class InMemoryHistoryStore : IHistoryStore
{
    private readonly StoreOperations _operations = new();
    private readonly Dictionary<ExecutionKey, Entry> _entries = [];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, long> Operations => _operations.Snapshot();

    /// <inheritdoc/>
    public Task InitializeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredExecution> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var stored in With("List", () => _entries.Select(entry => entry.Value.Describe(entry.Key)).ToList()))
        {
            yield return stored;
        }
    }

    /// <inheritdoc/>
    public Task<ReadOnlyMemory<byte>?> ReadAsync(ExecutionKey key, CancellationToken cancellationToken) => Task.FromResult(
        With("Read", () => _entries.TryGetValue(key, out var entry) ? entry.Content.WrittenMemory.ToArray() : (ReadOnlyMemory<byte>?)null));

    /// <inheritdoc/>
    public Task CreateAsync(ExecutionKey key, CancellationToken cancellationToken)
    {
        With("Create", () =>
        {
            if (_entries.TryGetValue(key, out var existing) && existing.Content.WrittenCount > 0)
            {
                throw new ConcurrentWriterException($"The execution {key} exists already.");
            }

            return _entries[key] = new Entry();
        });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task AppendAsync(ExecutionKey key, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        With("Append", () =>
        {
            if (!_entries.TryGetValue(key, out var entry))
            {
                throw new ConcurrentWriterException($"There is no execution {key}.");
            }

            var written = entry.Content.WrittenSpan;
            if (written.Length == position + block.Length && written[(int)position..].SequenceEqual(block.Span))
            {
                return entry;
            }

            if (written.Length != position)
            {
                throw new ConcurrentWriterException($"The history of {key} does not end at {position}.");
            }

            entry.Content.Write(block.Span);
            return entry;
        });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task SealAsync(ExecutionKey key, InstanceSummary summary, CancellationToken cancellationToken)
    {
        With("Seal", () => _entries[key].Summary = summary);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DeleteAsync(ExecutionKey key, CancellationToken cancellationToken)
    {
        With("Delete", () => _entries.Remove(key));
        return Task.CompletedTask;
    }

    private T With<T>(string operation, Func<T> action)
    {
        _operations.Count(operation);
        lock (_entries)
        {
            return action();
        }
    }

    private sealed class Entry
    {
        public ArrayBufferWriter<byte> Content { get; } = new();

        public InstanceSummary? Summary { get; set; }

        public StoredExecution Describe(ExecutionKey key) => new(key, Content.WrittenCount, Summary);
    }
}
