using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Computation;

/// <summary>Totals of an invoice that settles advances: the whole sale less what the advance invoices have taxed already (art. 106f(3) of the VAT Act).</summary>
internal static class SettledTotals
{
    private const decimal TaxTolerance = 0.05m;

    public static List<(IReadOnlyList<RateTotal> Totals, TaxRounding Rounding)> Of(
        SimpleInvoice invoice, List<(IReadOnlyList<RateTotal> Totals, TaxRounding Rounding)> whole, StatedTotals stated, List<DataFinding> findings)
    {
        if (Advances(invoice) is { } advances)
        {
            return [.. whole.Select(candidate => (Less(candidate.Totals, advances), candidate.Rounding))];
        }

        var byRate = stated.ByRate();
        if (byRate.Count > 0 && byRate.All(total => IsPlausible(total, invoice)))
        {
            return [(byRate, TaxRounding.ByRate)];
        }

        // One advance at one rate is what the total due leaves of the whole.
        if (invoice.Advances.Count == 1 && stated.Gross is { } due && invoice.Lines.Select(line => line.Rate).Distinct().Count() == 1)
        {
            var rate = invoice.Lines[0].Rate;
            return [.. whole.Select(candidate => (Less(candidate.Totals, [Part(rate, candidate.Totals.Sum(total => total.Net + total.Tax) - due)]), candidate.Rounding))];
        }

        findings.Add(MeaningFindings.SettledAmounts.At(invoice.Source.Head.Place));
        return [];
    }

    /// <summary>What a correction of a settlement states where its lines change nothing of the sale: then what was settled of it is corrected, and no line says that.</summary>
    public static IEnumerable<(IReadOnlyList<RateTotal> Totals, TaxRounding Rounding)> Corrected(SimpleInvoice invoice, List<ComputedLine> lines, StatedTotals stated)
    {
        if (invoice.Kind == InvoiceKind.KorRoz && RateSums.ByLine(lines).All(total => total is { Net: 0, Tax: 0 }))
        {
            var byRate = stated.ByRate();
            if (byRate.Count > 0 && byRate.All(total => lines.Exists(line => line.Line.Rate.Total == total.Total) && IsPlausible(total, invoice)))
            {
                yield return (byRate, TaxRounding.ByRate);
            }
        }
    }

    /// <summary>The amounts of the advances; none when one of them does not say its own.</summary>
    private static List<RateTotal>? Advances(SimpleInvoice invoice)
    {
        var rates = invoice.Lines.Select(line => line.Rate).Distinct().ToList();
        var advances = new List<RateTotal>();
        foreach (var advance in invoice.Advances)
        {
            // Where all lines have one rate, so has the advance.
            if ((advance.Rate ?? (rates.Count == 1 ? rates[0] : null)) is not { } rate)
            {
                return null;
            }

            if (advance is { Net: { } net, Tax: { } tax })
            {
                advances.Add(new RateTotal(rate.Total, net, tax, rate.HasTax));
            }
            else if (advance.Gross is { } gross)
            {
                advances.Add(Part(rate, gross));
            }
            else
            {
                return null;
            }
        }

        return advances.Count == 0 ? null : advances;
    }

    private static RateTotal Part(SaleRate rate, decimal gross)
    {
        var tax = Money.TaxIn(gross, rate.Percent);
        return new RateTotal(rate.Total, gross - tax, tax, rate.HasTax);
    }

    private static List<RateTotal> Less(IReadOnlyList<RateTotal> whole, List<RateTotal> advances) =>
    [
        .. whole.Select(total => total with
        {
            Net = total.Net - advances.Where(advance => advance.Total == total.Total).Sum(advance => advance.Net),
            Tax = total.Tax - advances.Where(advance => advance.Total == total.Total).Sum(advance => advance.Tax),
        }),
    ];

    private static bool IsPlausible(RateTotal total, SimpleInvoice invoice)
    {
        var percents = invoice.Lines.Where(line => line.Rate.Total == total.Total).Select(line => line.Rate.Percent).Distinct().ToList();
        return percents.Count != 1 || Math.Abs(total.Tax - (total.Net * percents[0] / 100)) <= TaxTolerance;
    }
}
