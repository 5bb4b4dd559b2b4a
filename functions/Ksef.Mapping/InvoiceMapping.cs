using System.Globalization;
using System.Security.Cryptography;
using Ksef.Invoices;
using Ksef.Mapping.Completion;
using Ksef.Mapping.Computation;
using Ksef.Mapping.Interpretation;
using Ksef.Mapping.Simple;
using Ksef.Mapping.Writing;

namespace Ksef.Mapping;

/// <summary>Takes the invoices of one file through all steps but the check, and knows the numbers that it has seen.</summary>
internal sealed class InvoiceMapping(MappingContext context, ReadingContext reading) : IDisposable
{
    private const int MostFindings = 100;

    private readonly Interpreter _interpreter = new(reading);
    private readonly OriginalsLookup _originals = new(context.Issued, context.Profile);
    private readonly InvoiceComputation _computation = new(context.Profile);
    private readonly Fa3Writer _writer = new(context.Profile, context.Nip, context.MadeAt);
    private readonly Dictionary<(string Kind, string Number), DataPlace> _seen = [];
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Makes what can be made of a part of a file.</summary>
    public async ValueTask<MadeInvoice> MakeAsync(DataItem item, CancellationToken cancellationToken) => item switch
    {
        DataInvoice invoice => await MakeAsync(invoice, cancellationToken),
        FinishedInvoice finished => Make(finished),
        LeftOutDocument document => new MadeInvoice(new MappedInvoice(document.Place) { LeftOut = document, Number = document.Number, Kind = document.Kind }),
        FileFinding { Finding: var finding } => new MadeInvoice(new MappedInvoice(finding.Place) { IsOfFile = true, Findings = [finding] }),
        _ => throw new InvalidOperationException($"A reader gave a {item.GetType().Name}."),
    };

    public void Dispose() => _hash.Dispose();

    private async ValueTask<MadeInvoice> MakeAsync(DataInvoice data, CancellationToken cancellationToken)
    {
        var findings = data.Findings.ToList();
        var number = data.Head[InvoiceFields.Number]?.Shown;
        var rejected = new MappedInvoice(data.Head.Place) { Number = number, SellerNip = context.Nip };
        var invoice = _interpreter.Read(data, findings);
        if (invoice is null)
        {
            return new MadeInvoice(rejected with { Findings = Bounded(findings) });
        }

        invoice = await _originals.CompleteAsync(new Completer(context.Profile, findings).Complete(invoice), findings, cancellationToken);
        rejected = rejected with { Kind = InvoiceKinds.CodeOf(invoice.Kind) };
        Requirements.Check(invoice, context.Profile, findings);
        CheckNumber(InvoiceKinds.CodeOf(invoice.Kind), invoice.Number, data.Head[InvoiceFields.Number]?.Place ?? data.Head.Place, findings);
        if (_computation.Compute(invoice, findings) is not { } computed || findings.Exists(finding => finding.Severity == FindingSeverity.Error))
        {
            return new MadeInvoice(rejected with { Findings = Bounded(findings) });
        }

        var xml = _writer.Write(computed);
        return new MadeInvoice(rejected with { Xml = xml, Findings = findings, Rounding = computed.Rounding, Fingerprint = FingerprintOf(xml) }, computed.Invoice);
    }

    private MadeInvoice Make(FinishedInvoice finished)
    {
        var findings = finished.Findings.ToList();
        CheckNumber(finished.Kind ?? string.Empty, finished.Number ?? string.Empty, finished.Place, findings);
        var mapped = new MappedInvoice(finished.Place) { Number = finished.Number, Kind = finished.Kind, SellerNip = context.Nip };
        if (finished.Xml is not { } xml || findings.Exists(finding => finding.Severity == FindingSeverity.Error))
        {
            return new MadeInvoice(mapped with { Findings = Bounded(findings) });
        }

        return new MadeInvoice(mapped with { Xml = xml, Findings = findings, Fingerprint = FingerprintOf(xml.Span) });
    }

    private void CheckNumber(string kind, string number, DataPlace place, List<DataFinding> findings)
    {
        if (!_seen.TryAdd((kind, number), place))
        {
            findings.Add(MeaningFindings.NumberTwice.At(place, ("number", number), ("kind", kind), ("place", PlaceWords.Of(_seen[(kind, number)]))));
        }
    }

    /// <summary>So many as a person can read, and a note that there are more.</summary>
    private static List<DataFinding> Bounded(List<DataFinding> findings) => findings.Count <= MostFindings ? findings :
    [
        .. findings.Take(MostFindings),
        StructureFindings.MoreFindings.At(findings[0].Place with { Column = null, Field = null }, ("count", MostFindings.ToString(CultureInfo.InvariantCulture))),
    ];

    /// <summary>The time at which the file was made is no part of what the invoice says.</summary>
    private string FingerprintOf(ReadOnlySpan<byte> xml)
    {
        ReadOnlySpan<byte> open = "<DataWytworzeniaFa>"u8, close = "</DataWytworzeniaFa>"u8;
        var (start, end) = (xml.IndexOf(open), xml.IndexOf(close));
        _hash.AppendData(start < 0 || end < start ? xml : xml[..start]);
        _hash.AppendData(start < 0 || end < start ? [] : xml[end..]);
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }
}
