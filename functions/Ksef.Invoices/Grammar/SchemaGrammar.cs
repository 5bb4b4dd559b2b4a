using System.Collections.Concurrent;
using System.Xml;
using System.Xml.Schema;

namespace Ksef.Invoices.Grammar;

/// <summary>
/// A schema in a form in which a right document is recognised fast. It never takes a wrong one for right, but it may doubt a right one:
/// then the schema itself decides. It is read from the schema as documents need it.
/// </summary>
internal sealed class SchemaGrammar
{
    private static readonly ConcurrentDictionary<InvoiceSchema, SchemaGrammar> Known = new();

    private readonly XmlSchemaSet _schemas;
    private readonly ConcurrentDictionary<XmlSchemaType, TypeGrammar> _types = new();

    private SchemaGrammar(InvoiceSchema schema)
    {
        _schemas = schema.Schemas;
        Root = new ElementGrammar((XmlSchemaElement)_schemas.GlobalElements[new XmlQualifiedName(schema.RootElement, schema.Namespace)]!, limit: 1, this);
    }

    /// <summary>The root element.</summary>
    public ElementGrammar Root { get; }

    public static SchemaGrammar Of(InvoiceSchema schema) => Known.GetOrAdd(schema, known => new SchemaGrammar(known));

    public TypeGrammar Of(XmlSchemaType type) => _types.GetOrAdd(type, known => new TypeGrammar(known, this));

    /// <summary>What a reference to an element refers to; the element itself when it is none.</summary>
    public XmlSchemaElement Resolve(XmlSchemaElement element) =>
        element.RefName.IsEmpty ? element : (XmlSchemaElement)_schemas.GlobalElements[element.RefName]!;
}
