using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace LocalHost.Durable;

/// <summary>Counts storage operations by kind.</summary>
internal sealed class StoreOperations
{
    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);

    [SuppressMessage("Performance", "CA1859", Justification = "Callers get a copy that they cannot change.")]
    public IReadOnlyDictionary<string, long> Snapshot() => new Dictionary<string, long>(_counts, StringComparer.Ordinal);

    public void Count(string kind) => _counts.AddOrUpdate(kind, 1, static (_, count) => count + 1);
}
