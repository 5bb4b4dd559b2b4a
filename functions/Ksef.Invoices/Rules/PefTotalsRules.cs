using Ksef.Invoices.Reading;

namespace Ksef.Invoices.Rules;

/// <summary>Totals of PEF(3) and PEF_KOR(3): lines against their total (EN 16931, BR-CO-10), gross against net and tax (BR-CO-15).</summary>
internal static class PefTotalsRules
{
    public static void Check(InvoiceUnderCheck invoice)
    {
        var fields = invoice.Fields;
        var lines = fields.All(Field.LineNet);
        if (fields.First(Field.LineTotal) is { } lineTotal && lines.All(line => line.Amount is not null))
        {
            Totals.Compare(invoice, ContentFindings.NetTotal, lineTotal, lines.Sum(line => line.Amount), Totals.Tolerance(1));
        }

        if (fields.First(Field.GrossTotal) is { } gross)
        {
            Totals.Compare(invoice, ContentFindings.GrossTotal, gross, invoice.Summary.TotalNet + (invoice.Summary.TotalTax ?? 0), Totals.Tolerance(1));
        }
    }
}
