using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KsefSimulator.Storage;

/// <summary>A keyed set in memory, each change of which is journaled.</summary>
internal sealed class JournaledSet<T> : IJournaled
    where T : class
{
    private readonly ConcurrentDictionary<string, T> _items = new(StringComparer.Ordinal);
    private readonly Journal _journal;
    private readonly string _kind;
    private readonly JsonTypeInfo<T> _json;

    public JournaledSet(Journal journal, string kind, JsonTypeInfo<T> json)
    {
        _journal = journal;
        _kind = kind;
        _json = json;
        journal.Register(kind, this);
    }

    public ICollection<T> Values => _items.Values;

    public int Count => _items.Count;

    public bool TryGet(string key, [NotNullWhen(true)] out T? item) => _items.TryGetValue(key, out item);

    public void Put(string key, T item)
    {
        _items[key] = item;
        if (_journal.IsPersistent)
        {
            _journal.Write(_kind, key, JsonSerializer.SerializeToUtf8Bytes(item, _json));
        }
    }

    public void Remove(string key)
    {
        if (_items.TryRemove(key, out _))
        {
            _journal.Write(_kind, key, []);
        }
    }

    /// <summary>Puts many items with one flush.</summary>
    public void PutAll(IReadOnlyCollection<(string Key, T Item)> items)
    {
        foreach (var (key, item) in items)
        {
            _items[key] = item;
        }

        if (_journal.IsPersistent)
        {
            _journal.WriteAll(items.Select(pair => (_kind, pair.Key, JsonSerializer.SerializeToUtf8Bytes(pair.Item, _json))));
        }
    }

    /// <summary>Drops what must not survive a restart, without journaling: the rewrite after loading leaves it out.</summary>
    public void Forget(Func<T, bool> isStale)
    {
        foreach (var (key, item) in _items)
        {
            if (isStale(item))
            {
                _items.TryRemove(key, out _);
            }
        }
    }

    void IJournaled.Restore(string key, string json)
    {
        if (json.Length == 0)
        {
            _items.TryRemove(key, out _);
            return;
        }

        _items[key] = JsonSerializer.Deserialize(json, _json) ?? throw new JsonException($"The journal holds an empty {_kind}.");
    }

    IEnumerable<(string Key, byte[] Json)> IJournaled.Snapshot() =>
        _items.Select(pair => (pair.Key, JsonSerializer.SerializeToUtf8Bytes(pair.Value, _json)));
}
