using System.Xml.Linq;

namespace Ksef.Invoices.Structure;

/// <summary>Children of one name that stand in a row, and the slots that could take them.</summary>
/// <param name="Children">The elements, at least one.</param>
/// <param name="Slots">Slots of their name.</param>
/// <param name="IsMisnamed">Whether their namespace or the case of their name is wrong, so that they only stand for what was meant.</param>
/// <param name="Index">Rank of the first among its siblings.</param>
internal sealed record ChildRun(List<XElement> Children, IReadOnlyList<ModelSlot> Slots, bool IsMisnamed, int Index)
{
    public XElement First => Children[0];
}
