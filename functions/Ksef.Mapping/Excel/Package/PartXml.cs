using System.IO.Compression;
using System.Text;
using System.Xml;
using Ksef.Invoices;

namespace Ksef.Mapping.Excel.Package;

/// <summary>
/// XML of one part, from its start to its end: no document type, no entities of its own, nothing fetched, bounded in depth, names and length.
/// Elements are told by their local names in the namespace of SpreadsheetML, transitional or strict (ECMA-376, ISO/IEC 29500).
/// </summary>
internal sealed class PartXml : IDisposable
{
    private const int DepthLimit = 64;

    private static readonly string[] Namespaces =
    [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    ];

    private readonly ExcelLimits _limits;
    private readonly PartStream _part;
    private readonly XmlReader _xml;
    private readonly StringBuilder _text = new();

    public PartXml(ZipArchiveEntry entry, ExcelLimits limits)
    {
        _limits = limits;
        _part = new PartStream(entry, limits);
        try
        {
            _xml = XmlReader.Create(_part, SafeXml.Settings());
        }
        catch (XmlException exception)
        {
            // The first bytes are decoded at once.
            _part.Dispose();
            throw Broken(exception);
        }
        catch
        {
            _part.Dispose();
            throw;
        }
    }

    /// <summary>Name of the part.</summary>
    public string Part => _part.Name;

    /// <summary>Goes to the next element's start, whatever element it is.</summary>
    /// <returns>Whether there is one before the end of the part.</returns>
    public bool ReadElement()
    {
        while (Read())
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Goes to the start of the next child of an element that was at <paramref name="parentDepth"/>, past whatever is left of the child before it.
    /// </summary>
    /// <returns>Whether there is one before the parent's end.</returns>
    public bool ReadChild(int parentDepth)
    {
        if (_xml.Depth == parentDepth && (_xml.NodeType == XmlNodeType.EndElement || _xml.IsEmptyElement))
        {
            return false;
        }

        while (Read())
        {
            if (_xml.NodeType == XmlNodeType.Element && _xml.Depth == parentDepth + 1)
            {
                return true;
            }

            if (_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == parentDepth)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>How deep the current element stands.</summary>
    public int Depth => _xml.Depth;

    /// <summary>Local name of the current element.</summary>
    public string Name => _xml.LocalName;

    /// <summary>Whether the current element is one of SpreadsheetML with this local name.</summary>
    public bool Is(string name) => _xml.LocalName == name && (_xml.NamespaceURI == Namespaces[0] || _xml.NamespaceURI == Namespaces[1]);

    /// <summary>An attribute in no namespace.</summary>
    public string? Attribute(string name) => _xml.GetAttribute(name);

    /// <summary>An attribute in one of the namespaces, as transitional and strict workbooks have different ones.</summary>
    public string? Attribute(string name, ReadOnlySpan<string> namespaces)
    {
        foreach (var uri in namespaces)
        {
            if (_xml.GetAttribute(name, uri) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Text of the current element, which has no children; ends at its end.</summary>
    public string ReadText()
    {
        _text.Clear();
        AppendText(_text);
        return _text.ToString();
    }

    /// <summary>Adds the text of the current element, which has no children, to what was read before; ends at its end.</summary>
    public void AppendText(StringBuilder text)
    {
        if (_xml.IsEmptyElement)
        {
            return;
        }

        var depth = _xml.Depth;
        while (Read() && !(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth))
        {
            if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text.Append(Value());
                if (text.Length > _limits.MarkupBytes)
                {
                    throw WorkbookRefusedException.TooLarge(new($"znaków jednego tekstu w części {Part}", $"characters of a single text in the part {Part}"), _limits.MarkupBytes);
                }
            }
        }
    }

    public WorkbookRefusedException Damaged(Words what) => WorkbookRefusedException.Damaged(Part, what);

    public void Dispose()
    {
        _xml.Dispose();
        _part.Dispose();
    }

    private WorkbookRefusedException Broken(XmlException exception)
    {
        var line = Figure.Of(exception.LineNumber);
        return Damaged(new($"jej XML jest niepoprawny (wiersz {line}) albo zawiera DOCTYPE", $"its XML is not well-formed (line {line}), or has a DOCTYPE"));
    }

    /// <summary>The text of a node, of which the parser may have read only the beginning so far.</summary>
    private string Value()
    {
        try
        {
            return _xml.Value;
        }
        catch (XmlException exception)
        {
            throw Broken(exception);
        }
    }

    private bool Read()
    {
        try
        {
            if (!_xml.Read())
            {
                return false;
            }
        }
        catch (XmlException exception)
        {
            throw Broken(exception);
        }

        _part.NextMarkup();
        return _xml.Depth <= DepthLimit ? true : throw WorkbookRefusedException.TooLarge(new($"poziomów zagnieżdżenia w części {Part}", $"levels of nesting in the part {Part}"), DepthLimit);
    }
}
