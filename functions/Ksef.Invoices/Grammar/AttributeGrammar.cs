using System.Xml;
using System.Xml.Schema;

namespace Ksef.Invoices.Grammar;

/// <summary>An attribute that an element may have.</summary>
internal sealed class AttributeGrammar(XmlSchemaAttribute use)
{
    private readonly string _name = DocumentNames.Share(use.QualifiedName.Name);
    private readonly string _namespace = DocumentNames.Share(use.QualifiedName.Namespace);
    private readonly string? _fixedValue = use.FixedValue;
    // A reference to an attribute says only there what else is demanded of it.
    private readonly ValueGrammar? _value = use.RefName.IsEmpty && use.Use != XmlSchemaUse.Prohibited && use.AttributeSchemaType is { } type ? new ValueGrammar(type) : null;

    public bool IsRequired { get; } = use.Use == XmlSchemaUse.Required;

    /// <summary>Whether the reader stands on an attribute of this name.</summary>
    public bool IsOf(XmlReader xml) => xml.LocalName == _name && xml.NamespaceURI == _namespace;

    public bool Accepts(string value) => (_fixedValue is null || _fixedValue == value) && _value?.Accepts(value) == true;
}
