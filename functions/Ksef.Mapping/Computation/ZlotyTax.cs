using Ksef.Invoices;
using Ksef.Mapping.Exact;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Computation;

/// <summary>Tax in zlotys on an invoice in another currency (P_14_xW; art. 106e(11) of the VAT Act).</summary>
internal static class ZlotyTax
{
    public static IReadOnlyList<RateTotal> Add(SimpleInvoice invoice, List<ComputedLine> lines, IReadOnlyList<RateTotal> totals, List<DataFinding> findings)
    {
        if (invoice.Currency == "PLN")
        {
            return totals;
        }

        var stated = new StatedTotals(invoice);
        var isMissing = false;
        var converted = new List<RateTotal>(totals.Count);
        foreach (var total in totals)
        {
            // The OSS total has no field in zlotys.
            if (StatedTotals.ZlotyField(total.Total) is not { } field || total.Tax == 0)
            {
                converted.Add(total);
                continue;
            }

            var computed = Converted(invoice, lines, total);
            var given = stated.Of(field);
            isMissing |= computed is null && given is null;
            if (given is { } amount && computed is { } expected && Math.Abs(amount - expected) > 0.01m * Math.Max(1, lines.Count))
            {
                Report(invoice, field, amount, expected, findings);
            }

            converted.Add(total with { TaxInZloty = given ?? computed });
        }

        if (isMissing)
        {
            findings.Add(MeaningFindings.ExchangeRate.At(invoice.Source.Head.Place, ("currency", invoice.Currency)));
        }

        return converted;
    }

    private static decimal? Converted(SimpleInvoice invoice, List<ComputedLine> lines, RateTotal total)
    {
        var own = lines.Where(line => line.Line.Rate.Total == total.Total && line.Line.ExchangeRate is not null && line.Line.ExchangeRate != invoice.ExchangeRate).ToList();
        if (own.Count == 0)
        {
            return invoice.ExchangeRate is { } rate ? Money.Round(total.Tax * rate) : null;
        }

        var sum = 0m;
        foreach (var line in lines.Where(line => line.Line.Rate.Total == total.Total))
        {
            if ((line.Line.ExchangeRate ?? invoice.ExchangeRate) is not { } rate)
            {
                return null;
            }

            sum += line.Line.Sign * line.Tax * rate;
        }

        return Money.Round(sum);
    }

    private static void Report(SimpleInvoice invoice, SimpleField field, decimal stated, decimal computed, List<DataFinding> findings)
    {
        (string, Words)[] values = [("field", RowReader.NameOf(field)), ("stated", Money.Show(stated)), ("computed", Money.Show(computed))];
        findings.Add(invoice.Source.Head[field] is { } value ? MeaningFindings.Total.At(value, values) : MeaningFindings.Total.At(invoice.Source.Head.Place, values));
    }
}
