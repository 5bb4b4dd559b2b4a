using System.Xml;

namespace Ksef.Mapping.JpkFa;

/// <summary>Reads the children of the root one by one, none of them longer in memory than it takes to hand it on.</summary>
internal sealed class JpkFaElements(XmlReader xml)
{
    /// <summary>An element of this schema has about 60 fields; what has far more is no invoice.</summary>
    private const int MostFields = 50_000;

    private readonly string _namespace = xml.NamespaceURI;
    private readonly int _rootDepth = xml.Depth;

    /// <summary>Reads on to the end of the next child.</summary>
    /// <returns>The child; <see langword="null"/> at the end of the root.</returns>
    /// <exception cref="XmlException">The file is not well formed.</exception>
    public async ValueTask<JpkFaRecord?> NextAsync(CancellationToken cancellationToken)
    {
        while (await xml.ReadAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == _rootDepth + 1)
            {
                return await ReadAsync();
            }
        }

        return null;
    }

    private async Task<JpkFaRecord> ReadAsync()
    {
        var (element, line) = (NameOf(xml), LineOf(xml));
        var fields = new List<JpkFaField>();
        if (xml.IsEmptyElement)
        {
            return new JpkFaRecord(element, line, fields);
        }

        // Podmiot1 has its NIP a level down, or not, as an address in another namespace: there only local names count.
        var anyNamespace = element == JpkFaSchema.Seller;
        var depth = xml.Depth;
        var open = new Stack<(string Name, int Line, int Fields)>();
        var text = string.Empty;
        while (await xml.ReadAsync() && xml.Depth > depth)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    text = string.Empty;
                    Open(anyNamespace, open, fields);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    text += await xml.GetValueAsync();
                    break;
                case XmlNodeType.EndElement:
                    Close(open, fields, text);
                    text = string.Empty;
                    break;
                default:
                    break;
            }
        }

        return new JpkFaRecord(element, line, fields);
    }

    private void Open(bool anyNamespace, Stack<(string Name, int Line, int Fields)> open, List<JpkFaField> fields)
    {
        var (name, line) = (anyNamespace ? xml.LocalName : NameOf(xml), LineOf(xml));
        if (name == JpkFaSchema.OrderLine)
        {
            // A line of an order begins: its name marks the place, its own fields follow.
            fields.Add(new JpkFaField(name, string.Empty, line));
        }

        if (xml.IsEmptyElement)
        {
            Add(fields, new JpkFaField(name, string.Empty, line));
        }
        else
        {
            open.Push((name, line, fields.Count));
        }
    }

    private static void Close(Stack<(string Name, int Line, int Fields)> open, List<JpkFaField> fields, string text)
    {
        var (name, line, before) = open.Pop();
        if (fields.Count == before && name != JpkFaSchema.OrderLine)
        {
            Add(fields, new JpkFaField(name, text.Trim(), line));
        }
    }

    private static void Add(List<JpkFaField> fields, JpkFaField field)
    {
        if (fields.Count < MostFields)
        {
            fields.Add(field);
        }
    }

    private string NameOf(XmlReader element) => element.NamespaceURI == _namespace ? element.LocalName : $"{{{element.NamespaceURI}}}{element.LocalName}";

    private static int LineOf(XmlReader element) => ((IXmlLineInfo)element).LineNumber;
}
