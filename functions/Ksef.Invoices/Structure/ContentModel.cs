using System.Xml;
using System.Xml.Schema;

namespace Ksef.Invoices.Structure;

/// <summary>The children that an element may have, in the order of the schema.</summary>
internal sealed class ContentModel
{
    private readonly List<Slot> _slots = [];

    public ContentModel(XmlSchemaComplexType type) => Walk(type.ContentTypeParticle, isOptional: false, choice: 0, branch: 0);

    public Slot? Find(XmlQualifiedName name) => _slots.Find(slot => slot.Name == name);

    public Slot? FindLocal(string localName) => _slots.Find(slot => slot.Name.Name == localName);

    private int _choices;

    private void Walk(XmlSchemaParticle? particle, bool isOptional, int choice, int branch)
    {
        switch (particle)
        {
            case XmlSchemaElement element:
                _slots.Add(new Slot(element.QualifiedName, _slots.Count, element.MinOccurs, element.MaxOccurs, isOptional || element.MinOccurs == 0, choice, branch));
                break;
            case XmlSchemaGroupBase group:
                // What stands in a group that may repeat is not missing once the group was there.
                var skippable = isOptional || group.MinOccurs == 0 || group.MaxOccurs > 1;
                var inner = group is XmlSchemaChoice { MaxOccurs: 1 } ? ++_choices : choice;
                var innerBranch = branch;
                foreach (var item in group.Items.OfType<XmlSchemaParticle>())
                {
                    innerBranch = inner == choice ? branch : innerBranch + 1;
                    Walk(item, skippable, inner, innerBranch);
                }

                break;
            default:
                break;
        }
    }

    /// <summary>One place for an element.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Order">Its rank in the schema.</param>
    /// <param name="MinOccurs">How often it must stand there if its group does.</param>
    /// <param name="MaxOccurs">How often it may stand there.</param>
    /// <param name="IsOptional">Whether it or a group around it may be left out.</param>
    /// <param name="Choice">Number of the innermost choice it is in; 0 in none.</param>
    /// <param name="Branch">Which of that choice's branches it is in.</param>
    internal sealed record Slot(XmlQualifiedName Name, int Order, decimal MinOccurs, decimal MaxOccurs, bool IsOptional, int Choice, int Branch);
}
