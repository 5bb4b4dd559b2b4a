using Ksef.Invoices.Reading;

namespace Ksef.Invoices.Rules;

/// <summary>
/// Totals of FA(2) and FA(3): net per rate against the lines, tax against base and rate, total due against its parts.
/// Invoices whose lines do not make up their totals by design (advances, settlements, margins) are compared only where that holds.
/// </summary>
internal static class FaTotalsRules
{
    public static void Check(InvoiceUnderCheck invoice)
    {
        var fields = invoice.Fields;
        var lines = invoice.Lines;
        CheckNet(invoice, lines);
        CheckTax(invoice, lines);
        CheckZloty(invoice);
        if (fields.First(Field.GrossTotal) is { } gross)
        {
            Totals.Compare(invoice, ContentFindings.GrossTotal, gross, invoice.Summary.TotalNet + (invoice.Summary.TotalTax ?? 0), Totals.Tolerance(1));
        }
    }

    private static void CheckNet(InvoiceUnderCheck invoice, InvoiceLine[] lines)
    {
        var linesMakeTotals = invoice.Summary.InvoiceType is "VAT" or "UPR" or "KOR";
        if (!linesMakeTotals || lines.Length == 0 || lines.Any(line => VatRate.Of(line.Rate)?.NetOf(line) is null))
        {
            return;
        }

        var covered = new HashSet<string>();
        foreach (var group in lines.GroupBy(line => VatRate.Of(line.Rate)!.NetFields[0]))
        {
            var netFields = VatRate.Of(group.First().Rate)!.NetFields;
            covered.UnionWith(netFields);
            var computed = group.Sum(line => line.Sign * VatRate.Of(line.Rate)!.NetOf(line)!.Value);
            CompareNet(invoice, netFields, computed, Totals.Tolerance(group.Count()));
        }

        foreach (var total in invoice.Fields.All(Field.NetTotal).Where(total => !covered.Contains(total.Name)))
        {
            Totals.Compare(invoice, ContentFindings.NetTotal, total, 0, Totals.Tolerance(1));
        }
    }

    private static void CompareNet(InvoiceUnderCheck invoice, string[] netFields, decimal computed, decimal tolerance)
    {
        var stated = invoice.Fields.All(Field.NetTotal).Where(value => netFields.Contains(value.Name)).ToList();
        if (stated.Count > 0)
        {
            // FA(2) spreads one rate over several totals: what the others hold is taken off.
            Totals.Compare(invoice, ContentFindings.NetTotal, stated[0], computed - stated.Skip(1).Sum(value => value.Amount ?? 0), tolerance);
        }
        else if (Math.Abs(computed) > tolerance)
        {
            // A total that is left out would stand before the total due.
            var place = invoice.Fields.First(Field.GrossTotal)?.Location ?? Location.File;
            invoice.Findings.Add(ContentFindings.TotalMissing.At(
                place with { Path = "/Faktura/Fa/" + netFields[0] },
                ("field", Structure.FieldNames.Describe(netFields[0])),
                ("computed", Totals.Money(computed))));
        }
    }

    private static void CheckTax(InvoiceUnderCheck invoice, InvoiceLine[] lines)
    {
        foreach (var tax in invoice.Fields.All(Field.TaxTotal))
        {
            var rates = lines.Select(line => VatRate.Of(line.Rate)).Where(rate => rate?.TaxField == tax.Name).Select(rate => rate!.Percent).Distinct().ToList();
            var net = invoice.Fields.All(Field.NetTotal).FirstOrDefault(value => value.Name == "P_13" + tax.Name["P_14".Length..]);
            // Two rates in one total, such as 23 % and 22 % on a correction, cannot be told apart from outside.
            if (rates.Count == 1 && net.Node is not null)
            {
                Totals.Compare(invoice, ContentFindings.TaxTotal, tax, net.Amount * rates[0] / 100, Totals.Tolerance(lines.Length));
            }
        }
    }

    private static void CheckZloty(InvoiceUnderCheck invoice)
    {
        if (invoice.Summary.Currency is null or "PLN")
        {
            return;
        }

        foreach (var tax in invoice.Fields.All(Field.TaxTotal).Where(value => value.Name != "P_14_5" && value.Amount is not (null or 0)))
        {
            if (!invoice.Fields.All(Field.TaxTotalInZloty).Any(value => value.Name == tax.Name + "W"))
            {
                invoice.Findings.Add(ContentFindings.TaxInZloty.At(
                    tax.Location, ("currency", invoice.Summary.Currency), ("field", Structure.FieldNames.Describe(tax.Name + "W"))));
            }
        }
    }
}
