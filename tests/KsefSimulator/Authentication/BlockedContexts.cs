using KsefSimulator.Identity;
using KsefSimulator.Storage;

namespace KsefSimulator.Authentication;

/// <summary>Contexts in which logging in ends with status 480 (POST /testdata/context/block).</summary>
internal sealed class BlockedContexts(Journal journal)
{
    private readonly JournaledSet<ContextIdentifier> _blocked = new(journal, "blocked", AuthenticationJson.Types.ContextIdentifier);

    public bool Contains(ContextIdentifier context) => _blocked.TryGet(context.Key, out _);

    public void Block(ContextIdentifier context) => _blocked.Put(context.Key, context);

    public void Unblock(ContextIdentifier context) => _blocked.Remove(context.Key);
}
