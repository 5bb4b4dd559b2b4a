using Ksef.Invoices.Reading;

namespace Ksef.Invoices.Rules;

/// <summary>Totals of FA_RR(1): goods and refund against the lines, total due against both.</summary>
internal static class FaRrTotalsRules
{
    public static void Check(InvoiceUnderCheck invoice)
    {
        var lines = invoice.Lines;
        if (lines.Length > 0)
        {
            Compare(Field.NetTotal, ContentFindings.NetTotal, lines.Sum(line => line.Sign * line.Net));
            Compare(Field.TaxTotal, ContentFindings.TaxTotal, lines.Sum(line => line.Sign * line.Tax));
        }

        Compare(Field.GrossTotal, ContentFindings.GrossTotal, invoice.Summary.TotalNet + invoice.Summary.TotalTax);

        void Compare(Field field, FindingDefinition definition, decimal? computed)
        {
            if (invoice.Fields.First(field) is { } stated)
            {
                Totals.Compare(invoice, definition, stated, computed, Totals.Tolerance(lines.Length));
            }
        }
    }
}
