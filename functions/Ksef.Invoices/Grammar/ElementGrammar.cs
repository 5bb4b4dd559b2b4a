using System.Xml.Schema;

namespace Ksef.Invoices.Grammar;

/// <summary>An element at its place among its siblings.</summary>
internal sealed class ElementGrammar
{
    private readonly XmlSchemaElement _declaration;
    private readonly SchemaGrammar _schema;
    private TypeGrammar? _type;

    /// <param name="element">The element as the schema has it there.</param>
    /// <param name="limit">How often it may follow itself, itself included.</param>
    /// <param name="schema">The schema it is of.</param>
    public ElementGrammar(XmlSchemaElement element, decimal limit, SchemaGrammar schema)
    {
        (_declaration, _schema) = (schema.Resolve(element), schema);
        (Name, Namespace, Limit) = (DocumentNames.Share(element.QualifiedName.Name), DocumentNames.Share(element.QualifiedName.Namespace), limit);
        // Elements with a rule beyond their own content are left to the schema.
        IsCertain = element.MinOccurs <= 1 && _declaration is { IsAbstract: false, DefaultValue: null, Constraints.Count: 0, ElementSchemaType: not null };
    }

    public string Name { get; }

    public string Namespace { get; }

    public decimal Limit { get; }

    /// <summary>Whether this grammar can tell what is right here.</summary>
    public bool IsCertain { get; }

    /// <summary>The only value that it may have, if the schema names one.</summary>
    public string? FixedValue => _declaration.FixedValue;

    /// <summary>What may stand inside. Asked for by documents only: the types of UBL contain each other.</summary>
    public TypeGrammar Type => _type ??= _schema.Of(_declaration.ElementSchemaType!);

    /// <summary>The elements that may stand behind it in its parent, itself among them where it may be repeated.</summary>
    public ElementGrammar[] Next { get; set; } = [];

    /// <summary>Whether it may be the last one in its parent.</summary>
    public bool MayBeLast { get; set; }
}
