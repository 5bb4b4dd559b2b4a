using System.Globalization;
using Ksef.Invoices;
using Ksef.Mapping.Reading;

namespace Ksef.Mapping.Epp;

/// <summary>
/// The totals of the header against the lines. What a document is counted by, net or gross, must add up exactly; tax may be rounded by line or by rate, which is compared later.
/// Of corrections the description does not say whether the header holds the difference or the state after it: the lines tell.
/// </summary>
internal static class EppTotals
{
    private static readonly Words Count = new("Liczba pozycji", "Number of lines");
    private static readonly Words Net = new("Wartość netto", "Net total");
    private static readonly Words Gross = new("Wartość brutto", "Gross total");
    private static readonly Words Difference = new("Wartość brutto a suma netto i VAT", "Gross total against net and tax");

    /// <summary>Compares, and writes the totals; those of a correction are differences.</summary>
    /// <param name="document">The document.</param>
    /// <param name="lines">All its lines.</param>
    /// <param name="goods">Its lines without packaging.</param>
    /// <param name="netPrices">Whether it is counted by net prices.</param>
    /// <param name="head">Takes the totals.</param>
    public static void Write(EppDocument document, int lines, IEnumerable<EppFields> goods, bool netPrices, DataRow head)
    {
        var fields = document.Fields;
        if (fields.Whole(EppHeader.LineCount) != lines)
        {
            Differ(document, EppHeader.LineCount, Count, fields.Whole(EppHeader.LineCount), lines);
        }

        var (now, before) = Sum(document, goods, netPrices);
        var stated = new EppSums(fields.Needed(EppHeader.Net), fields.Needed(EppHeader.Vat), fields.Needed(EppHeader.Gross));
        var change = now - before;
        if (stated.Net + stated.Vat != stated.Gross)
        {
            Differ(document, EppHeader.Gross, Difference, stated.Gross, stated.Net + stated.Vat);
        }

        if (Base(stated) == Base(change))
        {
            Set(fields, head, stated);
        }
        else if (document.IsCorrection && Base(stated) == Base(now))
        {
            Set(fields, head, stated - before);
        }
        else
        {
            Differ(document, netPrices ? EppHeader.Net : EppHeader.Gross, netPrices ? Net : Gross, Base(stated), Base(change));
        }

        decimal Base(EppSums sums) => netPrices ? sums.Net : sums.Gross;
    }

    private static (EppSums Now, EppSums Before) Sum(EppDocument document, IEnumerable<EppFields> goods, bool netPrices)
    {
        var (now, before) = (default(EppSums), default(EppSums));
        foreach (var line in goods)
        {
            now += EppLineState.Now(netPrices).SumsOf(line);
            before += document.IsCorrection ? EppLineState.Earlier.SumsOf(line) : default;
        }

        return (now, before);
    }

    private static void Set(EppFields fields, DataRow head, EppSums sums)
    {
        head.Set(TotalFields.Net, ValueOf(fields, EppHeader.Net, sums.Net));
        head.Set(TotalFields.Tax, ValueOf(fields, EppHeader.Vat, sums.Vat));
        head.Set(TotalFields.Gross, ValueOf(fields, EppHeader.Gross, sums.Gross));
    }

    private static DataValue ValueOf(EppFields fields, EppPosition position, decimal amount) => DataValue.OfNumber(PlainNumbers.WithoutZeros(amount), fields.At(position));

    private static void Differ(EppDocument document, EppPosition position, Words what, decimal stated, decimal computed) =>
        document.Findings.Add(EppFindings.Totals.At(document.Fields.At(position), ("what", what), ("stated", Text(stated)), ("computed", Text(computed))));

    private static string Text(decimal number) => PlainNumbers.WithoutZeros(number).ToString(CultureInfo.InvariantCulture);
}
