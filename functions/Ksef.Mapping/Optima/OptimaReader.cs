using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml;
using Ksef.Invoices;

namespace Ksef.Mapping.Optima;

/// <summary>
/// Reads documents in XML of Comarch Optima, each given away before the next is read. There is no public description of the format;
/// what is taken was seen in programs that write it, and in one example.
/// </summary>
internal sealed class OptimaReader : IDataReader
{
    private const string Namespace = "http://www.cdn.com.pl/optima/dokument";
    private const string Sale = "302";

    private static readonly Words NoSale = new("to nie jest faktura sprzedaży (typ 302)", "it is no sales invoice (type 302)");

    private static readonly XmlReaderSettings Settings = new()
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <inheritdoc/>
    public FileFormat Format => FileFormat.Optima;

    /// <inheritdoc/>
    public async IAsyncEnumerable<DataItem> ReadAsync(Stream content, ReadingContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var xml = XmlReader.Create(content, Settings);
        if (await RefuseAsync(xml) is { } refusal)
        {
            yield return refusal;
            yield break;
        }

        var documents = new OptimaDocuments(xml);
        while (await NextAsync(documents, cancellationToken) is { } item)
        {
            yield return item;
            if (item is FileFinding)
            {
                yield break;
            }
        }
    }

    private static async Task<DataItem?> RefuseAsync(XmlReader xml)
    {
        try
        {
            await xml.MoveToContentAsync();
            return xml.NamespaceURI == Namespace
                ? null
                : new FileFinding(OptimaFindings.NotDocuments.At(new DataPlace(xml.LocalName, ((IXmlLineInfo)xml).LineNumber, null, null), ("namespace", xml.NamespaceURI)));
        }
        catch (XmlException e)
        {
            return NotWellFormed(e);
        }
    }

    private static async ValueTask<DataItem?> NextAsync(OptimaDocuments documents, CancellationToken cancellationToken)
    {
        try
        {
            return await documents.NextAsync(cancellationToken) is var (document, tooLarge) ? Item(document, tooLarge) : null;
        }
        catch (XmlException e)
        {
            return NotWellFormed(e);
        }
    }

    private static DataItem Item(OptimaElement document, bool tooLarge)
    {
        var place = new DataPlace(document.Name, document.Line, null, null);
        if (tooLarge)
        {
            return new DataInvoice(new DataRow(FieldLevel.Invoice, place), []) { Findings = [OptimaFindings.TooLarge.At(place, ("limit", Text(OptimaDocuments.MostElements)))] };
        }

        var kind = document.Find("NAGLOWEK/TYP_DOKUMENTU")?.Text ?? string.Empty;
        return kind == Sale ? OptimaInvoice.Read(document) : LeftOutDocument.Of(kind, document.Find("NAGLOWEK/NUMER_PELNY")?.Text, place, NoSale);
    }

    private static FileFinding NotWellFormed(XmlException e) =>
        new(JpkFaFindings.NotWellFormed.At(new DataPlace(null, e.LineNumber, e.LinePosition, null), ("line", Text(e.LineNumber)), ("column", Text(e.LinePosition))));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
