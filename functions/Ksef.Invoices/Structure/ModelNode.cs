using System.Xml;
using System.Xml.Schema;

namespace Ksef.Invoices.Structure;

/// <summary>A place for elements, or a group of such places.</summary>
/// <param name="outer">The group it is in.</param>
/// <param name="mayBeAbsent">Whether it may be left out when the group around it is there.</param>
internal abstract class ModelNode(ModelGroup? outer, bool mayBeAbsent)
{
    public ModelGroup? Outer => outer;

    public bool MayBeAbsent => mayBeAbsent;

    /// <summary>Whether it or a group around it may be left out.</summary>
    public bool IsOptional => mayBeAbsent || outer is { IsOptional: true };

    /// <summary>The groups around it, the innermost first.</summary>
    public IEnumerable<ModelGroup> Groups
    {
        get
        {
            for (var group = outer; group is not null; group = group.Outer)
            {
                yield return group;
            }
        }
    }

    /// <summary>Whether it is this node or somewhere inside it.</summary>
    public bool IsWithin(ModelNode node) => this == node || Groups.Contains(node);
}

/// <summary>One place for an element.</summary>
/// <param name="element">The element; <see langword="null"/> where any may stand.</param>
/// <param name="order">Its rank in the schema.</param>
/// <param name="maxOccurs">How often it may stand there.</param>
/// <param name="outer">The group it is in.</param>
/// <param name="mayBeAbsent">Whether it may be left out when the group around it is there.</param>
internal sealed class ModelSlot(XmlSchemaElement? element, int order, decimal maxOccurs, ModelGroup? outer, bool mayBeAbsent) : ModelNode(outer, mayBeAbsent)
{
    public XmlSchemaElement? Element => element;

    public XmlQualifiedName? Name { get; } = element?.QualifiedName;

    public string LocalName => Name?.Name ?? "*";

    public int Order => order;

    /// <summary>How often it may stand in its parent, with all repetitions of the groups around it.</summary>
    public decimal Limit { get; } = outer is not null && outer.IsWithinRepetition ? decimal.MaxValue : maxOccurs;
}

/// <summary>A sequence, or a choice of which one branch is taken.</summary>
/// <param name="isChoice">Whether only one of the items may be there.</param>
/// <param name="isRepeated">Whether it may follow itself.</param>
/// <param name="outer">The group it is in.</param>
/// <param name="mayBeAbsent">Whether it may be left out when the group around it is there.</param>
internal sealed class ModelGroup(bool isChoice, bool isRepeated, ModelGroup? outer, bool mayBeAbsent) : ModelNode(outer, mayBeAbsent)
{
    public bool IsChoice => isChoice;

    public bool IsWithinRepetition { get; } = isRepeated || outer is { IsWithinRepetition: true };

    public List<ModelNode> Items { get; } = [];
}
