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
    private bool _violated;

    private StructureDiagnosis(InvoiceSchema schema, XDocument document, FindingList findings)
    {
        _schema = schema;
        _findings = findings;
        _validator = new XmlSchemaValidator(
            new NameTable(),
            schema.Schemas,
            new DocumentNamespaces(document.Root!),
            XmlSchemaValidationFlags.ReportValidationWarnings | XmlSchemaValidationFlags.ProcessIdentityConstraints);
        _validator.ValidationEventHandler += (_, _) => _violated = true;
    }

    /// <summary>Adds everything that breaks the schema.</summary>
    /// <returns>How many findings it added.</returns>
    public static int Run(InvoiceSchema schema, XDocument document, FindingList findings)
    {
        var diagnosis = new StructureDiagnosis(schema, document, findings);
        diagnosis._validator.Initialize();
        diagnosis.Element(document.Root!);
        return diagnosis.Reported;
    }

    public InvoiceSchema Schema => _schema;

    public int Reported { get; private set; }

    public void Report(Finding finding)
    {
        Reported++;
        _findings.Add(finding);
    }

    /// <summary>What may stand next.</summary>
    public XmlSchemaParticle[] Expected() => _validator.GetExpectedParticles();

    /// <summary>Lets the validator see an element that the document lacks.</summary>
    /// <returns>Whether the schema allows it here.</returns>
    public bool PutIn(XmlQualifiedName name)
    {
        _violated = false;
        _validator.ValidateElement(name.Name, name.Namespace, _info);
        _validator.SkipToEndElement(_info);
        return !_violated;
    }

    /// <summary>Validates an element that the schema allows at this place, with all inside it.</summary>
    public void Element(XElement element)
    {
        _validator.ValidateElement(
            element.Name.LocalName,
            element.Name.NamespaceName,
            _info,
            element.Attribute(XName.Get("type", XmlSchema.InstanceNamespace))?.Value,
            element.Attribute(XName.Get("nil", XmlSchema.InstanceNamespace))?.Value,
            null,
            null);
        if (_info.SchemaType is not { } type)
        {
            Report(StructureFindings.Other.At(FieldPath.Of(element), ("field", FieldNames.Describe(element.Name.LocalName)), ("schema", _schema.Name)));
            _validator.SkipToEndElement(_info);
            return;
        }

        Attributes(element, type as XmlSchemaComplexType);
        if (type is XmlSchemaComplexType { ContentType: XmlSchemaContentType.ElementOnly or XmlSchemaContentType.Empty or XmlSchemaContentType.Mixed } complex)
        {
            Children(element, complex);
        }
        else
        {
            Value(element, type);
        }
    }

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
        var text = string.Concat(element.Nodes().OfType<XText>().Select(node => node.Value));
        if (!string.IsNullOrWhiteSpace(text) && type.ContentType != XmlSchemaContentType.Mixed)
        {
            Report(StructureFindings.Text.At(
                FieldPath.Of(element), ("field", FieldNames.Describe(element.Name.LocalName)), ("value", Quote.Of(text.Trim()))));
        }

        if (!_models.TryGetValue(type, out var model))
        {
            _models.Add(type, model = new ContentModel(type));
        }

        var sequence = new SequenceDiagnosis(this, element, model);
        foreach (var child in element.Elements())
        {
            if (sequence.Admit(child))
            {
                Element(child);
            }

            if (_findings.HasMoreErrors)
            {
                // Whoever made a hundred mistakes in one file made them all the same way.
                _validator.SkipToEndElement(_info);
                return;
            }
        }

        sequence.Complete();
        var expected = Expected();
        _violated = false;
        _validator.ValidateEndElement(_info);
        if (_violated)
        {
            sequence.ExplainIncomplete(expected);
        }
    }

    private void Value(XElement element, XmlSchemaType type)
    {
        if (element.Elements().FirstOrDefault() is { } child)
        {
            Report(StructureFindings.FieldInValue.At(
                FieldPath.Of(child), ("field", FieldNames.Describe(element.Name.LocalName)), ("child", child.Name.LocalName)));
            _validator.SkipToEndElement(_info);
            return;
        }

        var fixedValue = _info.SchemaElement?.FixedValue;
        _violated = false;
        _validator.ValidateText(element.Value);
        _validator.ValidateEndElement(_info);
        if (_violated)
        {
            Report(ValueDiagnosis.Explain(type, element.Value, fixedValue, FieldNames.Describe(element.Name.LocalName), FieldPath.Of(element)));
        }
    }

    /// <summary>Namespace prefixes, which matter only to xsi:type.</summary>
    private sealed class DocumentNamespaces(XElement root) : IXmlNamespaceResolver
    {
        public IDictionary<string, string> GetNamespacesInScope(XmlNamespaceScope scope) => new Dictionary<string, string>();

        public string? LookupNamespace(string prefix) => root.GetNamespaceOfPrefix(prefix)?.NamespaceName;

        public string? LookupPrefix(string namespaceName) => root.GetPrefixOfNamespace(namespaceName);
    }
}
