using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Computation;

/// <summary>Totals of an advance invoice: the payment received, divided among the rates of the order as their gross values stand to each other; its tax is within it (art. 106f(1)(3) of the VAT Act).</summary>
internal static class AdvanceTotals
{
    /// <summary>Stated totals of a rate may have been rounded for several payments.</summary>
    private const decimal TaxTolerance = 0.05m;

    public static IReadOnlyList<RateTotal> Of(SimpleInvoice invoice, List<ComputedLine> lines, StatedTotals stated, List<DataFinding> findings)
    {
        var byRate = stated.ByRate();
        if (byRate.Count > 0)
        {
            if (!stated.Fit(byRate) || byRate.Any(total => !IsPlausible(total, lines)))
            {
                stated.Report(byRate.All(total => IsPlausible(total, lines)) ? byRate : Divided(lines, byRate.Sum(total => total.Net + total.Tax)), findings);
            }

            return byRate;
        }

        if ((stated.Gross ?? invoice.Payment.PaidAmount) is not { } advance)
        {
            findings.Add(MeaningFindings.AdvanceAmount.At(invoice.Source.Head.Place));
            return [];
        }

        var divided = Divided(lines, advance);
        if (!stated.Fit(divided))
        {
            stated.Report(divided, findings);
        }

        return divided;
    }

    private static bool IsPlausible(RateTotal total, List<ComputedLine> lines)
    {
        var percents = lines.Where(line => line.Line.Rate.Total == total.Total).Select(line => line.Line.Rate.Percent).Distinct().ToList();
        return percents.Count != 1 || Math.Abs(total.Tax - (total.Net * percents[0] / 100)) <= TaxTolerance;
    }

    private static List<RateTotal> Divided(List<ComputedLine> lines, decimal advance)
    {
        if (advance == 0)
        {
            // What corrects the order alone changes no sum, and shows none.
            return [];
        }

        // A correction that cancels the order has no lines after it: the order as it was tells the rates.
        var state = lines.Where(line => !line.Line.IsBefore).ToList();
        var order = Groups(state.Sum(line => line.Gross) == 0 ? lines : state);
        var value = order.Sum(group => group.Gross);
        var totals = new Dictionary<string, RateTotal>();
        var left = advance;
        for (var index = 0; index < order.Count; index++)
        {
            var (rate, gross) = order[index];
            var share = index == order.Count - 1 || value == 0 ? left : Money.Round(advance * gross / value);
            left -= share;
            var tax = Money.TaxIn(share, rate.Percent);
            var before = totals.GetValueOrDefault(rate.Total) ?? new RateTotal(rate.Total, 0, 0, rate.HasTax);
            totals[rate.Total] = before with { Net = before.Net + share - tax, Tax = before.Tax + tax };
        }

        return [.. SaleRate.Totals.Where(totals.ContainsKey).Select(total => totals[total])];
    }

    private static List<(SaleRate Rate, decimal Gross)> Groups(List<ComputedLine> lines) =>
        [.. lines.GroupBy(line => line.Line.Rate).Select(group => (group.Key, group.Sum(line => line.Gross)))];
}
