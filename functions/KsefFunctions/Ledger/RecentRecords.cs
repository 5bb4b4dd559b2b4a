using System.Collections.Concurrent;

namespace KsefFunctions.Ledger;

/// <summary>
/// The versions of records that this process wrote last. Whoever only wants to put another one in their place starts from them without reading: where
/// somebody else has written since, the ETag refuses it. They are no truth: to leave a record as it is, one must read it.
/// </summary>
/// <param name="most">How many are kept; the oldest goes first.</param>
internal sealed class RecentRecords<TRecord>(int most)
    where TRecord : class
{
    private readonly ConcurrentDictionary<string, KnownRecord<TRecord>> _recent = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _names = new();

    public KnownRecord<TRecord>? Find(string name) => _recent.GetValueOrDefault(name);

    public void Keep(string name, KnownRecord<TRecord> written)
    {
        if (_recent.TryAdd(name, written))
        {
            _names.Enqueue(name);
        }
        else
        {
            _recent[name] = written;
        }

        while (_names.Count > most && _names.TryDequeue(out var oldest))
        {
            _recent.TryRemove(oldest, out _);
        }
    }

    /// <summary>Its name stays in the queue, and leaves it in its turn.</summary>
    public void Forget(string name) => _recent.TryRemove(name, out _);
}
