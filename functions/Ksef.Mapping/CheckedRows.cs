using System.Text.RegularExpressions;
using Ksef.Invoices;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping;

/// <summary>Brings the findings of an invoice's check back to what it was made of.</summary>
internal static class CheckedRows
{
    /// <param name="xml">The invoice that was made.</param>
    /// <param name="invoice">What it was made of; none where the data gives FA(3) field for field, whose places are its paths.</param>
    /// <param name="place">Where the invoice begins.</param>
    /// <param name="context">The checker and its options.</param>
    public static IEnumerable<DataFinding> Check(ReadOnlyMemory<byte> xml, SimpleInvoice? invoice, DataPlace place, MappingContext context)
    {
        if (context.Checker is not { } checker)
        {
            yield break;
        }

        var options = context.CheckOptions.ContextNip is null ? context.CheckOptions with { ContextNip = context.Nip } : context.CheckOptions;
        foreach (var finding in checker.Check(xml, options).Findings)
        {
            var at = invoice is null ? OfPath(finding.Path, place) : OfRow(finding, invoice);
            yield return finding.Severity == FindingSeverity.Error
                ? MeaningFindings.CheckFailed.At(at, ("code", finding.Code), ("message", new Words(finding.MessagePl, finding.MessageEn)))
                : new DataFinding(finding.Definition, at, null, finding.MessagePl, finding.MessageEn);
        }
    }

    private static DataPlace OfRow(Finding finding, SimpleInvoice invoice) =>
        finding.InvoiceLine is { } line && line.Rank <= invoice.Lines.Count ? invoice.Lines[line.Rank - 1].Source.Place : invoice.Source.Head.Place;

    /// <summary>XPath counts from 1, JSON from 0: <c>/Faktura/Fa/FaWiersz[2]/P_12</c> is <c>Fa.FaWiersz[1].P_12</c>.</summary>
    private static DataPlace OfPath(string? path, DataPlace place)
    {
        if (path is null)
        {
            return place;
        }

        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(name => Regex.Replace(
            name, @"\[(\d+)\]", match => $"[{int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) - 1}]"));
        return place with { Field = string.Join('.', place.Field is { } begin ? names.Prepend(begin) : names) };
    }
}
