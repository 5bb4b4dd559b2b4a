using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Ksef.Invoices.Structure;

/// <summary>Explains what is wrong with an element's attributes.</summary>
internal sealed class AttributeDiagnosis(StructureDiagnosis walk, XElement element, XmlSchemaComplexType? type)
{
    private readonly Words _field = walk.Places.Describe(element);

    /// <summary>Namespace declarations and xsi attributes are no data; any document may have them.</summary>
    public static bool IsData(XAttribute attribute) =>
        !attribute.IsNamespaceDeclaration && attribute.Name.NamespaceName != XmlSchema.InstanceNamespace;

    public void ExplainWrong(XAttribute attribute)
    {
        var name = new XmlQualifiedName(attribute.Name.LocalName, attribute.Name.NamespaceName);
        var location = walk.Places.Of(element, "@" + attribute.Name.LocalName);
        if (type?.AttributeUses[name] is null)
        {
            walk.Report(StructureFindings.AttributeUnknown.At(location, ("field", _field), ("attribute", attribute.Name.LocalName)));
        }
        else if (attribute.Name.LocalName == "kodSystemowy")
        {
            walk.Report(SchemaFindings.FormCode.At(location, ("claimed", Quote.Of(attribute.Value)), ("actual", walk.Schema.SystemCode)));
        }
        else
        {
            walk.Report(StructureFindings.AttributeValue.At(
                location, ("field", _field), ("attribute", attribute.Name.LocalName), ("value", Quote.Of(attribute.Value))));
        }
    }

    public void ExplainMissing()
    {
        var missing = type!.AttributeUses.Values.OfType<XmlSchemaAttribute>()
            .Where(use => use.Use == XmlSchemaUse.Required && element.Attribute(XName.Get(use.QualifiedName.Name, use.QualifiedName.Namespace)) is null);
        foreach (var use in missing)
        {
            walk.Report(StructureFindings.AttributeMissing.At(walk.Places.Of(element), ("field", _field), ("attribute", use.QualifiedName.Name)));
        }
    }
}
