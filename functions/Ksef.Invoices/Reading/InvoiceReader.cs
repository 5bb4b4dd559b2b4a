using System.Xml;
using Ksef.Invoices.Grammar;

namespace Ksef.Invoices.Reading;

/// <summary>Reads an invoice once from start to end: keeps the fields that matter, and looks whether it follows its schema.</summary>
internal sealed class InvoiceReader
{
    /// <summary>Deeper than any real invoice. A file made to exhaust whoever walks through it ends here.</summary>
    public const int DepthLimit = 100;

    private readonly FieldMap _map;
    private readonly int[] _counters;
    private readonly GrammarWalk _walk;
    private readonly List<FieldNode?> _open = new(8);
    private readonly InvoiceFields _fields = new();
    private FieldValue _leaf;
    private ElementText _text;

    private InvoiceReader(InvoiceSchema schema)
    {
        _map = FieldMap.Of(schema);
        _counters = new int[_map.Counters];
        _walk = new GrammarWalk(SchemaGrammar.Of(schema));
    }

    /// <summary>Reads the whole file.</summary>
    /// <param name="xml">Reads the file and stands on its root: the start is not read twice, for that would cost as much as a small invoice.</param>
    /// <param name="schema">The root's schema.</param>
    /// <returns>The fields, and whether the file may break the schema: if not, it certainly follows it.</returns>
    /// <exception cref="XmlException">The file is not well formed.</exception>
    /// <exception cref="InvoiceTooDeepException">Its elements are nested beyond <see cref="DepthLimit"/>.</exception>
    public static (InvoiceFields Fields, bool IsInDoubt) Read(XmlReader xml, InvoiceSchema schema)
    {
        var reader = new InvoiceReader(schema);
        do
        {
            reader.Take(xml);
        }
        while (xml.Read());

        return (reader._fields, reader._walk.IsInDoubt);
    }

    private void Take(XmlReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                Start(xml);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                _text.Add(xml.Value);
                _walk.Text();
                break;
            case XmlNodeType.Whitespace:
                _walk.WhiteSpace();
                break;
            case XmlNodeType.EndElement:
                End();
                break;
            default:
                break;
        }
    }

    private void Start(XmlReader xml)
    {
        if (_open.Count == DepthLimit)
        {
            throw new InvoiceTooDeepException((IXmlLineInfo)xml);
        }

        _walk.Start(xml);
        var node = _open.Count == 0 ? _map.Root : _open[^1]?.Child(xml.LocalName);
        _open.Add(node);
        _leaf = default;
        _text = default;
        if (node is { IsRepeated: true })
        {
            _counters[node.Counter]++;
        }

        if (node is { Field: not Field.None })
        {
            var position = (IXmlLineInfo)xml;
            _leaf = new FieldValue(node, string.Empty, node.Counter < 0 ? 0 : _counters[node.Counter], position.LineNumber, position.LinePosition);
        }

        if (xml.IsEmptyElement)
        {
            End();
        }
        else if (node is { Field: Field.Line or Field.Original or Field.Attachment })
        {
            // Elements that hold others are noted at their start: their text is none of our business.
            _fields.Add(_leaf);
            _leaf = default;
        }
    }

    private void End()
    {
        var text = _text.ToString();
        if (_leaf.Node is not null)
        {
            _fields.Add(_leaf with { Text = text.Trim() });
            _leaf = default;
        }

        _walk.End(text);
        _text = default;
        _open.RemoveAt(_open.Count - 1);
    }
}
