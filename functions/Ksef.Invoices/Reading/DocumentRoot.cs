using System.Xml;

namespace Ksef.Invoices.Reading;

/// <summary>What a document says of itself: its root element, and the form code of its header.</summary>
/// <param name="LocalName">Name of the root element.</param>
/// <param name="Namespace">Namespace of the root element.</param>
/// <param name="ClaimedSchema">KodFormularza/@kodSystemowy, if it has one near its start.</param>
/// <param name="Line">Line of the root element.</param>
/// <param name="Column">Column of the root element.</param>
internal sealed record DocumentRoot(string LocalName, string Namespace, string? ClaimedSchema, int Line, int Column)
{
    /// <summary>The form code is the first field of the header; a document without one is not read to its end for it.</summary>
    private const int NodesToLookAt = 20;

    /// <summary>Reads the start of a document and leaves the reader there.</summary>
    /// <exception cref="XmlException">The file is not well formed up to there.</exception>
    public static DocumentRoot Read(XmlReader xml)
    {
        xml.MoveToContent();
        var position = (IXmlLineInfo)xml;
        return new DocumentRoot(xml.LocalName, xml.NamespaceURI, null, position.LineNumber, position.LinePosition);
    }

    /// <summary>The same with the form code, for documents whose namespace alone does not tell.</summary>
    /// <exception cref="XmlException">The file is not well formed up to there.</exception>
    public DocumentRoot WithFormCode(ReadOnlyMemory<byte> content)
    {
        using var xml = InvoiceXml.Open(content);
        for (var nodes = 0; nodes < NodesToLookAt && xml.Read(); nodes++)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "KodFormularza" })
            {
                return this with { ClaimedSchema = xml.GetAttribute("kodSystemowy") };
            }
        }

        return this;
    }
}
