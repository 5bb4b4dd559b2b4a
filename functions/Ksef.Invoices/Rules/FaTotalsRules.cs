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
        if (!linesMakeTotals || lines.Length == 0 || NetByRate.Of(lines) is not { } totals)
        {
            return;
        }

        foreach (var total in totals)
        {
            CompareNet(invoice, total.Fields, total.Net, Totals.Tolerance(total.Lines));
        }

        foreach (var total in invoice.Fields.All(Field.NetTotal))
        {
            if (!NetByRate.AnyIn(totals, total.Name))
            {
                Totals.Compare(invoice, ContentFindings.NetTotal, total, 0, Totals.Tolerance(1));
            }
        }
    }

    private static void CompareNet(InvoiceUnderCheck invoice, string[] netFields, decimal computed, decimal tolerance)
    {
        FieldValue? first = null;
        var others = 0m;
        foreach (var total in invoice.Fields.All(Field.NetTotal))
        {
            if (netFields.Contains(total.Name))
            {
                others += first is null ? 0 : total.Amount ?? 0;
                first ??= total;
            }
        }

        if (first is { } stated)
        {
            // FA(2) spreads one rate over several totals: what the others hold is taken off.
            Totals.Compare(invoice, ContentFindings.NetTotal, stated, computed - others, tolerance);
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
            if (OnlyPercent(lines, tax.Name) is { } percent && NetBeside(invoice, tax) is { } net)
            {
                Totals.Compare(invoice, ContentFindings.TaxTotal, tax, net.Amount * percent / 100, Totals.Tolerance(lines.Length));
            }
        }
    }

    /// <summary>The rate of a total of tax, if it has one. Two rates in it, such as 23 % and 22 % on a correction, cannot be told apart from outside.</summary>
    private static decimal? OnlyPercent(InvoiceLine[] lines, string taxField)
    {
        decimal? only = null;
        foreach (ref readonly var line in lines.AsSpan())
        {
            if (VatRate.Of(line.Rate) is { } rate && rate.TaxField == taxField)
            {
                if (only is { } other && other != rate.Percent)
                {
                    return null;
                }

                only = rate.Percent;
            }
        }

        return only;
    }

    /// <summary>The base of a total of tax: P_13_1 of P_14_1.</summary>
    private static FieldValue? NetBeside(InvoiceUnderCheck invoice, FieldValue tax)
    {
        foreach (var net in invoice.Fields.All(Field.NetTotal))
        {
            if (net.Name.AsSpan("P_13".Length).SequenceEqual(tax.Name.AsSpan("P_14".Length)))
            {
                return net;
            }
        }

        return null;
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
