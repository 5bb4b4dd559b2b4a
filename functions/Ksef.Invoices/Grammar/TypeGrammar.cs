using System.Xml;
using System.Xml.Schema;
using Ksef.Invoices.Structure;

namespace Ksef.Invoices.Grammar;

/// <summary>What may stand inside an element: a value, or other elements, and attributes.</summary>
internal sealed class TypeGrammar
{
    private readonly AttributeGrammar[] _attributes = [];
    private readonly int _requiredAttributes;

    public TypeGrammar(XmlSchemaType type, SchemaGrammar schema)
    {
        if (type is not XmlSchemaComplexType complex)
        {
            Value = new ValueGrammar(type);
            return;
        }

        _attributes = [.. complex.AttributeUses.Values.OfType<XmlSchemaAttribute>().Select(use => new AttributeGrammar(use))];
        _requiredAttributes = _attributes.Count(attribute => attribute.IsRequired);
        if (complex is { IsAbstract: false, ContentType: XmlSchemaContentType.TextOnly })
        {
            Value = new ValueGrammar(complex);
        }
        else if (complex is { IsAbstract: false, ContentType: XmlSchemaContentType.ElementOnly or XmlSchemaContentType.Empty })
        {
            HoldsElements = true;
            Read(new ContentModel(complex), schema);
        }
    }

    /// <summary>What the text must be; none where there is none, or where this grammar does not know.</summary>
    public ValueGrammar? Value { get; }

    /// <summary>Whether it holds elements, or nothing at all, and no text.</summary>
    public bool HoldsElements { get; }

    /// <summary>The elements that may come first.</summary>
    public ElementGrammar[] First { get; private set; } = [];

    /// <summary>Whether there need not be any element.</summary>
    public bool MayBeEmpty { get; private set; }

    /// <summary>Whether the attributes of an element are right. Stands on the element again afterwards.</summary>
    public bool AcceptsAttributes(XmlReader xml)
    {
        var required = 0;
        var areRight = true;
        for (var more = xml.MoveToFirstAttribute(); more && areRight; more = xml.MoveToNextAttribute())
        {
            if (!IsNoData(xml))
            {
                var attribute = Array.Find(_attributes, known => known.IsOf(xml));
                areRight = attribute is not null && attribute.Accepts(xml.Value);
                required += attribute is { IsRequired: true } ? 1 : 0;
            }
        }

        xml.MoveToElement();
        return areRight && required == _requiredAttributes;
    }

    /// <summary>Any element may declare namespaces (Namespaces in XML 1.0, section 3) and say where a schema is found, which nobody here looks for.</summary>
    private static bool IsNoData(XmlReader xml) => xml.NamespaceURI == "http://www.w3.org/2000/xmlns/"
        || (xml.NamespaceURI == XmlSchema.InstanceNamespace && xml.LocalName is "schemaLocation" or "noNamespaceSchemaLocation");

    private void Read(ContentModel model, SchemaGrammar schema)
    {
        var elements = model.Slots.ToDictionary(slot => slot, slot => Element(slot, schema));
        First = Known(model.After(null));
        MayBeEmpty = model.MayFollow(null, null);
        foreach (var (slot, element) in elements)
        {
            if (element is not null)
            {
                (element.Next, element.MayBeLast) = (Known(model.After(slot)), model.MayFollow(slot, null));
            }
        }

        ElementGrammar[] Known(IEnumerable<ModelSlot> slots) => [.. slots.Select(slot => elements[slot]).OfType<ElementGrammar>()];
    }

    /// <summary>Places that take any element, and groups that repeat, are in no invoice that people write.</summary>
    private static ElementGrammar? Element(ModelSlot slot, SchemaGrammar schema) =>
        slot is { Element: { } element, Outer: not { IsWithinRepetition: true } } && new ElementGrammar(element, slot.Limit, schema) is { IsCertain: true } grammar ? grammar : null;
}
