using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml;
using Ksef.Invoices;
using Ksef.Mapping.Waiting;

namespace Ksef.Mapping.JpkFa;

/// <summary>
/// Reads JPK_FA(4). All its invoices come before all its lines, so the file is read to its end before the first invoice is given; its records wait in
/// <see cref="WaitingRecords"/>, whose memory is bounded. Fields are told by their local names in the namespace of the root.
/// Source: the Ministry's schema JPK_FA(4) of 17 February 2022.
/// </summary>
internal sealed class JpkFaReader : IDataReader
{
    private static readonly Words SelfBilled = new("fakturę wystawił nabywca (samofakturowanie)", "the buyer issued the invoice (self-billing)");

    /// <inheritdoc/>
    public FileFormat Format => FileFormat.JpkFa;

    /// <inheritdoc/>
    public async IAsyncEnumerable<DataItem> ReadAsync(Stream content, ReadingContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var waiting = new WaitingRecords();
        var scan = new JpkFaScan(waiting);
        if (await ScanAsync(content, scan, cancellationToken) is { } refusal)
        {
            yield return new FileFinding(refusal);
            yield break;
        }

        foreach (var difference in scan.Control.Differences())
        {
            yield return new FileFinding(difference);
        }

        var invoices = new JpkFaInvoice(scan);
        foreach (var entry in scan.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var item in Items(entry, invoices, waiting))
            {
                yield return item;
            }
        }

        foreach (var record in scan.WithoutNumber)
        {
            yield return WithoutNumber(record);
        }
    }

    private static async Task<DataFinding?> ScanAsync(Stream content, JpkFaScan scan, CancellationToken cancellationToken)
    {
        var settings = new XmlReaderSettings
        {
            Async = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using var xml = XmlReader.Create(content, settings);
            await xml.MoveToContentAsync();
            if (Refuse(xml) is { } refusal)
            {
                return refusal;
            }

            await scan.ReadAsync(xml, cancellationToken);
            return null;
        }
        catch (XmlException e)
        {
            return JpkFaFindings.NotWellFormed.At(new DataPlace(null, e.LineNumber, e.LinePosition, null), ("line", Text(e.LineNumber)), ("column", Text(e.LinePosition)));
        }
    }

    private static DataFinding? Refuse(XmlReader xml)
    {
        if (xml.LocalName == JpkFaVersions.Root && xml.NamespaceURI == JpkFaVersions.Namespace)
        {
            return null;
        }

        var place = new DataPlace(xml.LocalName, ((IXmlLineInfo)xml).LineNumber, null, null);
        return JpkFaVersions.OlderOf(xml.NamespaceURI) is { } older
            ? JpkFaFindings.OlderVersion.At(place, ("version", older))
            : JpkFaFindings.Namespace.At(place, ("namespace", xml.NamespaceURI), ("expected", JpkFaVersions.Namespace));
    }

    private static IEnumerable<DataItem> Items(JpkFaEntry entry, JpkFaInvoice invoices, WaitingRecords waiting)
    {
        var heads = Records(waiting, entry.Head);
        var lines = Records(waiting, entry.LastLine);
        var orders = Records(waiting, entry.LastOrder);
        if (heads is [var only])
        {
            yield return only["P_17"] is "true" or "1"
                ? LeftOutDocument.Of("P_17", entry.Number, new DataPlace(JpkFaSchema.Invoice, only.Line, null, "P_17"), SelfBilled)
                : invoices.Read(entry, only, lines, orders);
            yield break;
        }

        foreach (var head in heads)
        {
            var place = new DataPlace(JpkFaSchema.Invoice, head.Line, null, "P_2A");
            yield return Bad(entry.Number, place, JpkFaFindings.NumberTwice.At(DataValue.OfText(entry.Number, place), ("number", entry.Number)));
        }

        if (heads.Count == 0)
        {
            var first = lines.Concat(orders).First();
            var place = new DataPlace(first.Element, first.Line, null, null);
            yield return Bad(entry.Number, place, JpkFaFindings.LineWithoutInvoice.At(DataValue.OfText(entry.Number, place), ("number", entry.Number)));
        }
    }

    private static DataInvoice WithoutNumber(JpkFaRecord record)
    {
        var field = record.Element switch
        {
            JpkFaSchema.Invoice => "P_2A",
            JpkFaSchema.Line => "P_2B",
            _ => "P_2AZ",
        };
        var place = new DataPlace(record.Element, record.Line, null, field);
        return Bad(string.Empty, place, JpkFaFindings.NumberMissing.At(place, ("parent", record.Element), ("field", field)));
    }

    private static DataInvoice Bad(string number, DataPlace place, DataFinding finding)
    {
        var head = new DataRow(FieldLevel.Invoice, place);
        head.Set(InvoiceFields.Number, DataValue.OfText(number, place));
        return new DataInvoice(head, []) { Findings = [finding] };
    }

    private static List<JpkFaRecord> Records(WaitingRecords waiting, long last) => waiting.Chain(last).ConvertAll(JpkFaRecordBytes.Read);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
