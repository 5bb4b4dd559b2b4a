using System.Collections.Concurrent;
using LocalHost.Durable.History;

namespace LocalHost.Durable.Dispatch;

/// <summary>All instances of the store: those under way as a whole, those that have ended by their summary only.</summary>
internal sealed class InstanceTable
{
    private readonly ConcurrentDictionary<string, OrchestrationInstance> _live = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, EndedInstance> _ended = new(StringComparer.Ordinal);

    public IEnumerable<OrchestrationInstance> Live => _live.Values;

    public IEnumerable<EndedInstance> Ended => _ended.Values;

    public OrchestrationInstance? FindLive(string instanceId) => _live.GetValueOrDefault(instanceId);

    public EndedInstance? FindEnded(string instanceId) => _ended.GetValueOrDefault(instanceId);

    public void Add(OrchestrationInstance instance)
    {
        _live[instance.Id] = instance;
        _ended.TryRemove(instance.Id, out _);
    }

    public void AddEnded(EndedInstance ended) => _ended[ended.Key.InstanceId] = ended;

    /// <summary>Keeps of an ended instance only its summary.</summary>
    public void Retire(OrchestrationInstance instance)
    {
        _ended[instance.Id] = new EndedInstance(instance.Execution.Key, instance.Snapshot.Summarise());
        _live.TryRemove(KeyValuePair.Create(instance.Id, instance));
    }

    public void Remove(string instanceId)
    {
        _ended.TryRemove(instanceId, out _);
        _live.TryRemove(instanceId, out _);
    }
}

/// <summary>An instance that has ended and is tidied up.</summary>
/// <param name="Key">Its last execution.</param>
/// <param name="Summary">What a listing tells about it.</param>
internal sealed record EndedInstance(ExecutionKey Key, InstanceSummary Summary);
