using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Computation;

/// <summary>Sums lines up by rate, with the tax rounded in one of the ways that the law allows.</summary>
internal static class RateSums
{
    /// <summary>Tax rounded once for each rate.</summary>
    public static IReadOnlyList<RateTotal> ByRate(IReadOnlyList<ComputedLine> lines) =>
        Of(lines, group => TaxOf(group.Sum(line => line.Line.Sign * Base(line)), group));

    /// <summary>Tax of the lines added up.</summary>
    public static IReadOnlyList<RateTotal> ByLine(IReadOnlyList<ComputedLine> lines) => Of(lines, group => group.Sum(line => line.Line.Sign * line.Tax));

    /// <summary>Tax rounded once for each rate before a correction and once after it.</summary>
    public static IReadOnlyList<RateTotal> ByState(IReadOnlyList<ComputedLine> lines) => Of(lines, group =>
        TaxOf(group.Where(line => !line.Line.IsBefore).Sum(Base), group) - TaxOf(group.Where(line => line.Line.IsBefore).Sum(Base), group));

    private static decimal TaxOf(decimal sum, List<ComputedLine> group) =>
        group[0].IsGross ? Money.TaxIn(sum, group[0].Line.Rate.Percent) : Money.TaxOn(sum, group[0].Line.Rate.Percent);

    private static decimal Base(ComputedLine line) => line.IsGross ? line.Gross : line.Net;

    private static List<RateTotal> Of(IReadOnlyList<ComputedLine> lines, Func<List<ComputedLine>, decimal> taxOf)
    {
        // 23 and 22 % share a field, and so do 8 and 7, 4 and 3: each has its own tax.
        var groups = new Dictionary<(string Total, decimal Percent, bool IsGross), List<ComputedLine>>();
        foreach (var line in lines)
        {
            var key = (line.Line.Rate.Total, line.Line.Rate.Percent, line.IsGross);
            if (!groups.TryGetValue(key, out var group))
            {
                group = [];
                groups.Add(key, group);
            }

            group.Add(line);
        }

        var totals = new Dictionary<string, RateTotal>();
        foreach (var group in groups.Values)
        {
            var rate = group[0].Line.Rate;
            var tax = taxOf(group);
            var net = group.Sum(line => line.Line.Sign * Base(line)) - (group[0].IsGross ? tax : 0);
            var before = totals.GetValueOrDefault(rate.Total);
            totals[rate.Total] = new RateTotal(rate.Total, net + (before?.Net ?? 0), tax + (before?.Tax ?? 0), rate.HasTax);
        }

        return totals.Count == 1 ? [.. totals.Values] : [.. SaleRate.Totals.Where(totals.ContainsKey).Select(total => totals[total])];
    }
}
