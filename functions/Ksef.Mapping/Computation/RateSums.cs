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
        var totals = new List<RateTotal>();
        foreach (var total in SaleRate.Totals)
        {
            var (net, tax, hasTax, isAny) = (0m, 0m, false, false);
            // 23 and 22 % share a field, and so do 8 and 7, 4 and 3: each has its own tax.
            foreach (var group in lines.Where(line => line.Line.Rate.Total == total).GroupBy(line => (line.Line.Rate.Percent, line.IsGross)).Select(group => group.ToList()))
            {
                var groupTax = taxOf(group);
                net += group.Sum(line => line.Line.Sign * Base(line)) - (group[0].IsGross ? groupTax : 0);
                tax += groupTax;
                (hasTax, isAny) = (group[0].Line.Rate.HasTax, true);
            }

            if (isAny)
            {
                totals.Add(new RateTotal(total, net, tax, hasTax));
            }
        }

        return totals;
    }
}
