using KsefSimulator.Identity;
using KsefSimulator.Storage;

namespace KsefSimulator.Limits;

/// <summary>Session limits per context, where they differ from the defaults.</summary>
internal sealed class ContextLimitBook(Journal journal)
{
    private readonly JournaledSet<ContextLimits> _changed = new(journal, "limits", LimitJson.Types.ContextLimits);

    public ContextLimits Of(ContextIdentifier context) => _changed.TryGet(context.Key, out var limits) ? limits : ContextLimits.Default;

    public void Set(ContextIdentifier context, ContextLimits limits) => _changed.Put(context.Key, limits);

    public void Reset(ContextIdentifier context) => _changed.Remove(context.Key);
}
