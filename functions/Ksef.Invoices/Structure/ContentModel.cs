using System.Xml;
using System.Xml.Schema;

namespace Ksef.Invoices.Structure;

/// <summary>
/// The children that an element may have, as a graph: which slot may come first, which may follow which, which may be last
/// (Glushkov's automaton). Numbers of occurrences other than 0, 1 and "several" are not in the graph.
/// </summary>
internal sealed class ContentModel
{
    private readonly List<ModelSlot> _slots = [];
    private readonly List<SortedSet<int>> _after = [[]];
    private readonly bool[] _last;
    private readonly bool _mayBeEmpty;
    private readonly Dictionary<XmlQualifiedName, List<ModelSlot>> _byName;
    private readonly Dictionary<string, List<ModelSlot>> _byLocalName;
    private readonly List<ModelSlot> _wildcards;

    public ContentModel(XmlSchemaComplexType type)
    {
        var whole = Read(type.ContentTypeParticle, outer: null);
        _last = new bool[_slots.Count];
        _mayBeEmpty = whole.MayBeEmpty;
        _after[0].UnionWith(whole.First);
        whole.Last.ForEach(order => _last[order] = true);
        var named = _slots.FindAll(slot => slot.Name is not null);
        _wildcards = _slots.FindAll(slot => slot.Name is null);
        _byName = named.GroupBy(slot => slot.Name!).ToDictionary(group => group.Key, group => group.ToList());
        _byLocalName = named.GroupBy(slot => slot.LocalName, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<ModelSlot> Slots => _slots;

    /// <summary>The slots that take an element of this name.</summary>
    public IReadOnlyList<ModelSlot> Find(XmlQualifiedName name) => _byName.GetValueOrDefault(name) ?? _wildcards;

    /// <summary>The slots of this name, whatever its namespace and whether in capitals or not.</summary>
    public IReadOnlyList<ModelSlot> FindLocal(string localName) => _byLocalName.GetValueOrDefault(localName) ?? [];

    /// <summary>The slots that may come next.</summary>
    /// <param name="slot">What is there already; <see langword="null"/> for nothing.</param>
    public IEnumerable<ModelSlot> After(ModelSlot? slot) => _after[slot is null ? 0 : slot.Order + 1].Select(order => _slots[order]);

    /// <summary>Whether one slot may stand directly behind another.</summary>
    /// <param name="before"><see langword="null"/> for the start.</param>
    /// <param name="after"><see langword="null"/> for the end.</param>
    public bool MayFollow(ModelSlot? before, ModelSlot? after) => (before, after) switch
    {
        (null, null) => _mayBeEmpty,
        ({ } last, null) => _last[last.Order],
        var (_, next) => _after[before is null ? 0 : before.Order + 1].Contains(next.Order),
    };

    private Part Read(XmlSchemaParticle? particle, ModelGroup? outer)
    {
        var mayBeAbsent = particle?.MinOccurs == 0;
        var part = particle switch
        {
            XmlSchemaElement element => Slot(element, element.MaxOccurs, outer, mayBeAbsent),
            XmlSchemaAny any => Slot(null, any.MaxOccurs, outer, mayBeAbsent),
            XmlSchemaGroupBase group => Group(group, outer, mayBeAbsent),
            _ => Part.Nothing,
        };
        if (particle?.MaxOccurs > 1)
        {
            Join(part.Last, part.First);
        }

        return part with { MayBeEmpty = part.MayBeEmpty || mayBeAbsent };
    }

    private Part Slot(XmlSchemaElement? element, decimal maxOccurs, ModelGroup? outer, bool mayBeAbsent)
    {
        var slot = new ModelSlot(element, _slots.Count, maxOccurs, outer, mayBeAbsent);
        _slots.Add(slot);
        _after.Add([]);
        outer?.Items.Add(slot);
        return new Part([slot.Order], [slot.Order], MayBeEmpty: false);
    }

    private Part Group(XmlSchemaGroupBase particle, ModelGroup? outer, bool mayBeAbsent)
    {
        var group = new ModelGroup(particle is not XmlSchemaSequence, particle.MaxOccurs > 1, outer, mayBeAbsent);
        outer?.Items.Add(group);
        var whole = group.IsChoice ? new Part([], [], particle.Items.Count == 0) : Part.Nothing;
        foreach (var item in particle.Items.OfType<XmlSchemaParticle>())
        {
            var part = Read(item, group);
            if (group.IsChoice)
            {
                whole = new Part([.. whole.First, .. part.First], [.. whole.Last, .. part.Last], whole.MayBeEmpty || part.MayBeEmpty);
                continue;
            }

            Join(whole.Last, part.First);
            whole = new Part(
                whole.MayBeEmpty ? [.. whole.First, .. part.First] : whole.First,
                part.MayBeEmpty ? [.. whole.Last, .. part.Last] : part.Last,
                whole.MayBeEmpty && part.MayBeEmpty);
        }

        return whole;
    }

    private void Join(List<int> last, List<int> first) => last.ForEach(order => _after[order + 1].UnionWith(first));

    /// <summary>What a piece of the model may start and end with.</summary>
    private readonly record struct Part(List<int> First, List<int> Last, bool MayBeEmpty)
    {
        public static Part Nothing => new([], [], MayBeEmpty: true);
    }
}
