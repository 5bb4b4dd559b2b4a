using System.Collections.Concurrent;
using System.Xml.Schema;
using Ksef.Invoices;

namespace Ksef.Mapping.Json;

/// <summary>An element of FA(3) with what may be in it, in the order of the schema. Choices need no more than that: of their branches one is given.</summary>
internal sealed class FullModel
{
    private static readonly Lazy<FullModel> Root = new(OfRoot);
    private static readonly ConcurrentDictionary<XmlSchemaElement, FullModel> Known = [];

    private readonly XmlSchemaElement _element;
    private readonly Lazy<IReadOnlyList<FullModel>> _children;

    private FullModel(XmlSchemaElement element)
    {
        _element = element;
        _children = new Lazy<IReadOnlyList<FullModel>>(Children);
    }

    /// <summary>The element Faktura.</summary>
    public static FullModel Invoice => Root.Value;

    public string Name => _element.QualifiedName.Name;

    public string Namespace => _element.QualifiedName.Namespace;

    public bool IsList => _element.MaxOccurs > 1;

    /// <summary>Elements in it, in their order; none for one that holds a value.</summary>
    public IReadOnlyList<FullModel> Elements => _children.Value;

    /// <summary>Names of its attributes.</summary>
    public IReadOnlyList<string> Attributes =>
        _element.ElementSchemaType is XmlSchemaComplexType type ? [.. type.AttributeUses.Values.OfType<XmlSchemaAttribute>().Select(attribute => attribute.QualifiedName.Name)] : [];

    private static FullModel OfRoot()
    {
        var schema = InvoiceSchema.Fa3;
        var element = schema.Schemas.GlobalElements.Values.OfType<XmlSchemaElement>().Single(global => global.QualifiedName.Name == schema.RootElement && global.QualifiedName.Namespace == schema.Namespace);
        return Known.GetOrAdd(element, key => new FullModel(key));
    }

    private List<FullModel> Children()
    {
        var children = new List<FullModel>();
        if (_element.ElementSchemaType is XmlSchemaComplexType { ContentTypeParticle: { } particle })
        {
            Collect(particle, children);
        }

        return children;
    }

    private static void Collect(XmlSchemaParticle particle, List<FullModel> children)
    {
        if (particle is XmlSchemaElement element)
        {
            if (!children.Exists(child => child.Name == element.QualifiedName.Name))
            {
                children.Add(Known.GetOrAdd(element, key => new FullModel(key)));
            }
        }
        else if (particle is XmlSchemaGroupBase group)
        {
            foreach (var item in group.Items.OfType<XmlSchemaParticle>())
            {
                Collect(item, children);
            }
        }
    }
}
