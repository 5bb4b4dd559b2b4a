using Ksef.Invoices;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping;

/// <summary>Brings the findings of an invoice's check back to the rows that it was made of.</summary>
internal static class CheckedRows
{
    public static IEnumerable<DataFinding> Check(byte[] xml, SimpleInvoice invoice, MappingContext context)
    {
        if (context.Checker is not { } checker)
        {
            yield break;
        }

        foreach (var finding in checker.Check(xml, context.CheckOptions).Findings)
        {
            if (finding.Severity == FindingSeverity.Error)
            {
                yield return MeaningFindings.CheckFailed.At(
                    PlaceOf(finding, invoice), ("code", finding.Code), ("message", new Words(finding.MessagePl, finding.MessageEn)));
            }
            else
            {
                yield return new DataFinding(finding.Definition, PlaceOf(finding, invoice), null, finding.MessagePl, finding.MessageEn);
            }
        }
    }

    private static DataPlace PlaceOf(Finding finding, SimpleInvoice invoice) =>
        finding.InvoiceLine is { } line && line.Rank <= invoice.Lines.Count ? invoice.Lines[line.Rank - 1].Source.Place : invoice.Source.Head.Place;
}
