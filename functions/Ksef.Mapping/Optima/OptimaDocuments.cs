using System.Xml;

namespace Ksef.Mapping.Optima;

/// <summary>Reads the documents of a file one by one, none longer in memory than it takes to hand it on.</summary>
internal sealed class OptimaDocuments(XmlReader xml)
{
    /// <summary>Name of a document's element.</summary>
    public const string Document = "DOKUMENT";

    /// <summary>An invoice of ten thousand lines, at some fifty elements each, has less.</summary>
    public const int MostElements = 600_000;

    /// <summary>Reads on to the end of the next document.</summary>
    /// <returns>The document; <see langword="null"/> at the end of the file. One that is too large comes without content.</returns>
    /// <exception cref="XmlException">The file is not well formed.</exception>
    public async ValueTask<(OptimaElement Document, bool TooLarge)?> NextAsync(CancellationToken cancellationToken)
    {
        while (await xml.ReadAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (xml is { NodeType: XmlNodeType.Element, LocalName: Document })
            {
                return await ReadAsync();
            }
        }

        return null;
    }

    private async Task<(OptimaElement Document, bool TooLarge)> ReadAsync()
    {
        var document = Here();
        var count = 0;
        if (xml.IsEmptyElement)
        {
            return (document, false);
        }

        var open = new Stack<OptimaElement>([document]);
        while (open.Count > 0 && await xml.ReadAsync())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when ++count > MostElements:
                    open.Peek().Children.Clear();
                    Push(open, Here());
                    break;
                case XmlNodeType.Element:
                    var element = Here();
                    open.Peek().Children.Add(element);
                    Push(open, element);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    open.Peek().Text += await xml.GetValueAsync();
                    break;
                case XmlNodeType.EndElement:
                    var ended = open.Pop();
                    ended.Text = ended.Children.Count == 0 ? ended.Text.Trim() : string.Empty;
                    break;
                default:
                    break;
            }
        }

        return (document, count > MostElements);
    }

    private void Push(Stack<OptimaElement> open, OptimaElement element)
    {
        if (!xml.IsEmptyElement)
        {
            open.Push(element);
        }
    }

    private OptimaElement Here() => new(xml.LocalName, ((IXmlLineInfo)xml).LineNumber);
}
