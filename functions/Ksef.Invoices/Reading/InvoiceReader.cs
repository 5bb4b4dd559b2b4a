using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using System.Xml.Schema;

namespace Ksef.Invoices.Reading;

/// <summary>Reads an invoice once from start to end: validates it and keeps the fields that matter.</summary>
internal sealed class InvoiceReader
{
    /// <summary>Deeper than any real invoice. A file made to exhaust whoever walks through it ends here.</summary>
    public const int DepthLimit = 100;

    private readonly FieldMap _map;
    private readonly int[] _counters;
    private readonly List<FieldNode?> _open = [];
    private readonly InvoiceFields _fields = new();
    private (int Line, int Column)? _firstViolation;
    private FieldValue _leaf;
    private string? _text;

    private InvoiceReader(InvoiceSchema schema)
    {
        _map = FieldMap.Of(schema);
        _counters = new int[_map.Counters];
    }

    /// <summary>Reads the whole file.</summary>
    /// <param name="start">Reads the file and stands on its root: the start is not read twice, for that would cost as much as a small invoice.</param>
    /// <param name="schema">The root's schema.</param>
    /// <returns>The fields, and the place of the first violation of the schema if there is any.</returns>
    /// <exception cref="XmlException">The file is not well formed.</exception>
    /// <exception cref="InvoiceTooDeepException">Its elements are nested beyond <see cref="DepthLimit"/>.</exception>
    public static (InvoiceFields Fields, (int Line, int Column)? FirstViolation) Read(XmlReader start, InvoiceSchema schema)
    {
        var reader = new InvoiceReader(schema);
        var settings = Settings();
        settings.ValidationType = ValidationType.Schema;
        // No warnings: what a UBL extension holds is unknown to the schema and allowed by it.
        settings.ValidationFlags = XmlSchemaValidationFlags.ProcessIdentityConstraints;
        settings.Schemas = schema.Schemas;
        settings.ValidationEventHandler += (_, e) => reader._firstViolation ??= (e.Exception.LineNumber, e.Exception.LinePosition);
        using var xml = XmlReader.Create(start, settings);
        while (xml.Read())
        {
            reader.Take(xml);
        }

        return (reader._fields, reader._firstViolation);
    }

    /// <summary>Opens a file as UTF-8 whatever it declares; never loads a DTD or anything else from outside.</summary>
    public static XmlReader Open(ReadOnlyMemory<byte> content, XmlReaderSettings settings)
    {
        var stream = MemoryMarshal.TryGetArray(content, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);
        return XmlReader.Create(new StreamReader(stream, Encoding.UTF8), settings);
    }

    public static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private void Take(XmlReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                Start(xml);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when _leaf.Node is not null:
                _text = _text is null ? xml.Value : _text + xml.Value;
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

        var node = _open.Count == 0 ? _map.Root : _open[^1]?.Child(xml.LocalName);
        _open.Add(node);
        _leaf = default;
        if (node is { IsRepeated: true })
        {
            _counters[node.Counter]++;
        }

        if (node is { Field: not Field.None })
        {
            var position = (IXmlLineInfo)xml;
            _leaf = new FieldValue(node, string.Empty, node.Counter < 0 ? 0 : _counters[node.Counter], position.LineNumber, position.LinePosition);
            _text = null;
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
        if (_leaf.Node is not null)
        {
            _fields.Add(_leaf with { Text = _text?.Trim() ?? string.Empty });
            _leaf = default;
        }

        _open.RemoveAt(_open.Count - 1);
    }
}
