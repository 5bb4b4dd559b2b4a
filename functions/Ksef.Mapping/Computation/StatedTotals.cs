using System.Collections.Frozen;
using Ksef.Invoices;
using Ksef.Mapping.Exact;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Computation;

/// <summary>The totals that the data states, and their fields.</summary>
internal sealed class StatedTotals(SimpleInvoice invoice)
{
    private static readonly FrozenDictionary<string, (SimpleField Net, SimpleField? Tax, SimpleField? Zloty)> Fields = new Dictionary<string, (SimpleField, SimpleField?, SimpleField?)>
    {
        ["1"] = (TotalFields.Net1, TotalFields.Tax1, TotalFields.Tax1Zloty),
        ["2"] = (TotalFields.Net2, TotalFields.Tax2, TotalFields.Tax2Zloty),
        ["3"] = (TotalFields.Net3, TotalFields.Tax3, TotalFields.Tax3Zloty),
        ["4"] = (TotalFields.Net4, TotalFields.Tax4, TotalFields.Tax4Zloty),
        ["5"] = (TotalFields.Net5, TotalFields.Tax5, null),
        ["6_1"] = (TotalFields.Net61, null, null),
        ["6_2"] = (TotalFields.Net62, null, null),
        ["6_3"] = (TotalFields.Net63, null, null),
        ["7"] = (TotalFields.Net7, null, null),
        ["8"] = (TotalFields.Net8, null, null),
        ["9"] = (TotalFields.Net9, null, null),
        ["10"] = (TotalFields.Net10, null, null),
        ["11"] = (TotalFields.Net11, null, null),
    }.ToFrozenDictionary();

    public decimal? Gross => Of(TotalFields.Gross);

    public decimal? Of(SimpleField? field) => field is not null && invoice.Stated.TryGetValue(field, out var amount) ? amount : null;

    public static SimpleField NetField(string total) => Fields[total].Net;

    public static SimpleField? TaxField(string total) => Fields[total].Tax;

    public static SimpleField? ZlotyField(string total) => Fields[total].Zloty;

    /// <summary>The totals of all rates that the data states, in the order of FA(3); empty when it states none.</summary>
    public IReadOnlyList<RateTotal> ByRate() => invoice.Stated.Count == 0 ? [] :
    [
        .. SaleRate.Totals.Where(total => Of(NetField(total)) is not null).Select(total =>
            new RateTotal(total, Of(NetField(total))!.Value, Of(TaxField(total)) ?? 0, TaxField(total) is not null) { TaxInZloty = Of(ZlotyField(total)) }),
    ];

    /// <summary>Whether the totals that are stated are these.</summary>
    public bool Fit(IReadOnlyList<RateTotal> totals) => First(totals) is null;

    /// <summary>Reports each stated total that is not as computed.</summary>
    public void Report(IReadOnlyList<RateTotal> totals, List<DataFinding> findings)
    {
        foreach (var (field, stated, computed) in Differences(totals))
        {
            var values = new (string, Words)[] { ("field", RowReader.NameOf(field)), ("stated", Money.Show(stated)), ("computed", Money.Show(computed)) };
            findings.Add(invoice.Source.Head[field] is { } value ? MeaningFindings.Total.At(value, values) : MeaningFindings.Total.At(invoice.Source.Head.Place, values));
        }
    }

    private SimpleField? First(IReadOnlyList<RateTotal> totals) => Differences(totals).Select(difference => difference.Field).FirstOrDefault();

    private IEnumerable<(SimpleField Field, decimal Stated, decimal Computed)> Differences(IReadOnlyList<RateTotal> totals)
    {
        if (invoice.Stated.Count == 0)
        {
            yield break;
        }

        foreach (var total in SaleRate.Totals)
        {
            var (statedNet, statedTax) = (Of(NetField(total)), Of(TaxField(total)));
            if (statedNet is null && statedTax is null)
            {
                continue;
            }

            var computed = totals.FirstOrDefault(candidate => candidate.Total == total);
            if (statedNet is { } net && net != (computed?.Net ?? 0))
            {
                yield return (NetField(total), net, computed?.Net ?? 0);
            }

            if (statedTax is { } tax && tax != (computed?.Tax ?? 0))
            {
                yield return (TaxField(total)!, tax, computed?.Tax ?? 0);
            }
        }

        var sums = (Net: totals.Sum(total => total.Net), Tax: totals.Sum(total => total.Tax));
        foreach (var (field, sum) in new[] { (TotalFields.Net, sums.Net), (TotalFields.Tax, sums.Tax), (TotalFields.Gross, sums.Net + sums.Tax) })
        {
            if (Of(field) is { } stated && stated != sum)
            {
                yield return (field, stated, sum);
            }
        }
    }
}
