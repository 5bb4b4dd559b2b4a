using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Ksef.Invoices.Structure;

/// <summary>Explains what is wrong with an element's attributes.</summary>
internal sealed class AttributeDiagnosis(StructureDiagnosis walk, XElement element, XmlSchemaComplexType? type)
{
    private static readonly Dictionary<string, Words> Meanings = new()
    {
        ["currencyID"] = new("waluta, kod ISO 4217, na przykład PLN", "currency, a code of ISO 4217 such as PLN"),
        ["unitCode"] = new("jednostka miary, kod UN/ECE nr 20, na przykład C62 (sztuka), KGM (kilogram), HUR (godzina)", "unit, a code of UN/ECE recommendation 20 such as C62 (piece), KGM (kilogram), HUR (hour)"),
        ["kodSystemowy"] = new("kod systemowy wzoru", "system code of the schema"),
        ["wersjaSchemy"] = new("wersja wzoru", "version of the schema"),
        ["Typ"] = new("typ danych kolumny", "type of the column's data"),
    };

    private readonly Words _field = walk.Places.Describe(element);

    /// <summary>Namespace declarations and xsi attributes are no data; any document may have them.</summary>
    public static bool IsData(XAttribute attribute) =>
        !attribute.IsNamespaceDeclaration && attribute.Name.NamespaceName != XmlSchema.InstanceNamespace;

    public void ExplainWrong(XAttribute attribute)
    {
        var name = new XmlQualifiedName(attribute.Name.LocalName, attribute.Name.NamespaceName);
        var location = walk.Places.Of(element, "@" + attribute.Name.LocalName);
        if (type?.AttributeUses[name] is not XmlSchemaAttribute use)
        {
            walk.Report(StructureFindings.AttributeUnknown.At(location, ("field", _field), ("attribute", Quote.Of(attribute.Name.LocalName))));
        }
        else if (attribute.Name.LocalName == "kodSystemowy")
        {
            walk.Report(SchemaFindings.FormCode.At(location, ("claimed", Quote.Of(attribute.Value)), ("actual", walk.Schema.SystemCode)));
        }
        else
        {
            walk.Report(StructureFindings.AttributeValue.At(
                location, ("field", _field), ("attribute", Described(attribute.Name.LocalName)), ("value", Quote.Of(attribute.Value)), ("allowed", Allowed(use))));
        }
    }

    public void ExplainMissing()
    {
        var missing = type!.AttributeUses.Values.OfType<XmlSchemaAttribute>()
            .Where(use => use.Use == XmlSchemaUse.Required && element.Attribute(XName.Get(use.QualifiedName.Name, use.QualifiedName.Namespace)) is null);
        foreach (var use in missing)
        {
            walk.Report(StructureFindings.AttributeMissing.At(walk.Places.Of(element), ("field", _field), ("attribute", Described(use.QualifiedName.Name))));
        }
    }

    private static Words Described(string attribute) =>
        Meanings.TryGetValue(attribute, out var meaning) ? new Words($"{attribute} ({meaning.Pl})", $"{attribute} ({meaning.En})") : Quote.Of(attribute);

    private static Words Allowed(XmlSchemaAttribute use)
    {
        if (use.FixedValue is { } only)
        {
            return new Words($" Dozwolona wartość: {only}.", $" Allowed value: {only}.");
        }

        if (use.AttributeSchemaType is not { } attributeType || Facets.Of(attributeType) is not { Enumeration.Count: > 0 } facets)
        {
            return string.Empty;
        }

        var allowed = CodeListWords.Allowed(facets);
        return new Words($" Dozwolone wartości: {allowed.Pl}.", $" Allowed values: {allowed.En}.");
    }
}
