using System.Xml;
using System.Xml.Schema;

namespace Ksef.Invoices.Structure;

/// <summary>The children that an element may have, in the order of the schema.</summary>
internal sealed class ContentModel
{
    private readonly List<Slot> _slots = [];

    public ContentModel(XmlSchemaComplexType type) => Walk(type.ContentTypeParticle, isOptional: false, choice: 0);

    public Slot? Find(XmlQualifiedName name) => _slots.Find(slot => slot.Name == name);

    public Slot? FindLocal(string localName) => _slots.Find(slot => slot.Name.Name == localName);

    private int _choices;

    private void Walk(XmlSchemaParticle? particle, bool isOptional, int choice)
    {
        switch (particle)
        {
            case XmlSchemaElement element:
                _slots.Add(new Slot(element.QualifiedName, _slots.Count, element.MinOccurs, element.MaxOccurs, isOptional || element.MinOccurs == 0, choice));
                break;
            case XmlSchemaGroupBase group:
                // What stands in a group that may repeat is not missing once the group was there.
                var skippable = isOptional || group.MinOccurs == 0 || group.MaxOccurs > 1;
                var inner = group is XmlSchemaChoice ? ++_choices : choice;
                foreach (var item in group.Items.OfType<XmlSchemaParticle>())
                {
                    Walk(item, skippable, inner);
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
    /// <param name="Choice">Number of the choice it is in; 0 in none.</param>
    internal sealed record Slot(XmlQualifiedName Name, int Order, decimal MinOccurs, decimal MaxOccurs, bool IsOptional, int Choice);
}
