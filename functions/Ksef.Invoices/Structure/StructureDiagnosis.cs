using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Ksef.Invoices.Structure;

/// <summary>
/// Walks through a document that breaks its schema and says everything that is wrong. A validator normally stops looking at an element's
/// children after the first mistake; this walk repairs each mistake in the validator's eyes (it leaves out what does not belong and
/// puts in what is missing) and goes on. Nothing of the validator's own wording is used.
/// </summary>
internal sealed class StructureDiagnosis
{
    private readonly InvoiceSchema _schema;
    private readonly FindingList _findings;
    private readonly XmlSchemaValidator _validator;
    private readonly XmlSchemaInfo _info = new();
    private readonly Dictionary<XmlSchemaComplexType, ContentModel> _models = [];
    private readonly DocumentNamespaces _namespaces;
    private bool _violated;

    private StructureDiagnosis(InvoiceSchema schema, XDocument document, FindingList findings)
    {
        _schema = schema;
        _findings = findings;
        _namespaces = new DocumentNamespaces(document.Root!);
        _validator = new XmlSchemaValidator(
            new NameTable(),
            schema.Schemas,
            _namespaces,
            XmlSchemaValidationFlags.ProcessIdentityConstraints);
        _validator.ValidationEventHandler += (_, _) => _violated = true;
    }

    /// <summary>Adds everything that breaks the schema.</summary>
    /// <returns>How many findings it added.</returns>
    public static int Run(InvoiceSchema schema, XDocument document, FindingList findings)
    {
        var diagnosis = new StructureDiagnosis(schema, document, findings);
        diagnosis._validator.Initialize();
        diagnosis.Element(document.Root!, around: null);
        return diagnosis.Reported;
    }

    public InvoiceSchema Schema => _schema;

    public ElementPlaces Places { get; } = new();

    public int Reported { get; private set; }

    /// <summary>Whether more mistakes were found than anybody reads: whoever made so many made them all the same way.</summary>
    public bool HasEnough => _findings.HasMoreErrors;

    public void Report(Finding finding)
    {
        Reported++;
        _findings.Add(finding);
    }

    /// <summary>Lets the validator see an element that the document lacks.</summary>
    public void PutIn(XmlQualifiedName name)
    {
        _validator.ValidateElement(name.Name, name.Namespace, _info);
        _validator.SkipToEndElement(_info);
    }

    /// <summary>Validates an element that the schema allows at this place, with all inside it.</summary>
    /// <param name="element">The element.</param>
    /// <param name="around">What may stand in its parent; none for the root.</param>
    public void Element(XElement element, ContentModel? around)
    {
        var (type, nil) = (InstanceAttribute(element, "type"), InstanceAttribute(element, "nil"));
        _namespaces.Current = element;
        _violated = false;
        _validator.ValidateElement(element.Name.LocalName, element.Name.NamespaceName, _info, type?.Value, nil?.Value, null, null);
        if (_violated)
        {
            ExplainRefused(element, type ?? nil);
        }

        if (_violated || _info.SchemaType is null)
        {
            // Where the schema allows anything, it may not know what it is.
            _validator.SkipToEndElement(_info);
            return;
        }

        var schemaType = _info.SchemaType;
        Attributes(element, schemaType as XmlSchemaComplexType);
        if (schemaType is XmlSchemaComplexType { ContentType: XmlSchemaContentType.ElementOnly or XmlSchemaContentType.Empty or XmlSchemaContentType.Mixed } complex)
        {
            Children(element, complex);
        }
        else
        {
            Value(element, schemaType, around);
        }
    }

    private static XAttribute? InstanceAttribute(XElement element, string name) => element.Attribute(XName.Get(name, XmlSchema.InstanceNamespace));

    private void ExplainRefused(XElement element, XAttribute? attribute) => Report(attribute is null
        ? StructureFindings.Other.At(Places.Of(element), ("field", Places.Describe(element)), ("schema", _schema.Name))
        : StructureFindings.InstanceAttribute.At(
            Places.Of(element, "@" + attribute.Name.LocalName),
            ("field", Places.Describe(element)),
            ("attribute", "xsi:" + attribute.Name.LocalName),
            ("value", Quote.Of(attribute.Value))));

    private void Attributes(XElement element, XmlSchemaComplexType? type)
    {
        var attributes = new AttributeDiagnosis(this, element, type);
        foreach (var attribute in element.Attributes().Where(AttributeDiagnosis.IsData))
        {
            _violated = false;
            _validator.ValidateAttribute(attribute.Name.LocalName, attribute.Name.NamespaceName, attribute.Value, _info);
            if (_violated)
            {
                attributes.ExplainWrong(attribute);
            }
        }

        _violated = false;
        _validator.ValidateEndOfAttributes(_info);
        if (_violated)
        {
            attributes.ExplainMissing();
        }
    }

    private void Children(XElement element, XmlSchemaComplexType type)
    {
        if (type.ContentType != XmlSchemaContentType.Mixed)
        {
            TextBetweenFields.Report(this, element);
        }

        if (!_models.TryGetValue(type, out var model))
        {
            _models.Add(type, model = new ContentModel(type));
        }

        if (!new SequenceDiagnosis(this, element, model).Run())
        {
            _validator.SkipToEndElement(_info);
            return;
        }

        var reported = Reported;
        _violated = false;
        _validator.ValidateEndElement(_info);
        if (_violated && reported == Reported)
        {
            Report(StructureFindings.Other.At(Places.Of(element), ("field", Places.Describe(element)), ("schema", _schema.Name)));
        }
    }

    private void Value(XElement element, XmlSchemaType type, ContentModel? around)
    {
        if (element.Elements().FirstOrDefault() is { } child)
        {
            Report(StructureFindings.FieldInValue.At(
                Places.Of(child), ("field", Places.Describe(element)), ("child", Quote.Of(child.Name.LocalName))));
            _validator.SkipToEndElement(_info);
            return;
        }

        var fixedValue = _info.SchemaElement?.FixedValue;
        _violated = false;
        _validator.ValidateText(element.Value);
        _validator.ValidateEndElement(_info);
        if (_violated)
        {
            var takesEuNumber = around?.FindLocal("NrVatUE").Count > 0;
            Report(ValueDiagnosis.Explain(type, element.Value, fixedValue, takesEuNumber, Places.Describe(element), Places.Of(element)));
        }
    }

    /// <summary>Namespace prefixes, which matter only to xsi:type.</summary>
    private sealed class DocumentNamespaces(XElement root) : IXmlNamespaceResolver
    {
        public XElement Current { get; set; } = root;

        public IDictionary<string, string> GetNamespacesInScope(XmlNamespaceScope scope) => new Dictionary<string, string>();

        public string? LookupNamespace(string prefix) => (prefix.Length == 0 ? Current.GetDefaultNamespace() : Current.GetNamespaceOfPrefix(prefix))?.NamespaceName;

        public string? LookupPrefix(string namespaceName) => Current.GetPrefixOfNamespace(namespaceName);
    }
}
