namespace Ksef.Mapping.Epp;

/// <summary>Where a line has its unit, quantity, price, rate, sums and discount: as it is, or as it was before a correction.</summary>
internal sealed record EppLineState(
    bool Before, EppPosition Unit, EppPosition Quantity, EppPosition Price, EppPosition Rate, EppPosition Net, EppPosition Vat, EppPosition Gross,
    EppPosition DiscountPercent, EppPosition Discount)
{
    private static readonly EppLineState ByNet = Of(netPrices: true);
    private static readonly EppLineState ByGross = Of(netPrices: false);

    /// <summary>As it is.</summary>
    public static EppLineState Now(bool netPrices) => netPrices ? ByNet : ByGross;

    /// <summary>As it was before the correction.</summary>
    public static EppLineState Earlier { get; } = new(
        true, EppLineFields.UnitBefore, EppLineFields.QuantityBefore, EppLineFields.PriceBefore,
        EppLineFields.RateBefore, EppLineFields.NetBefore, EppLineFields.VatBefore, EppLineFields.GrossBefore, EppLineFields.DiscountBefore, EppLineFields.DiscountBefore);

    /// <summary>The sums of a line in this state.</summary>
    public EppSums SumsOf(EppFields line) => new(line.Needed(Net), line.Needed(Vat), line.Needed(Gross));

    private static EppLineState Of(bool netPrices) => new(
        false, EppLineFields.Unit, EppLineFields.Quantity, netPrices ? EppLineFields.NetPrice : EppLineFields.GrossPrice,
        EppLineFields.Rate, EppLineFields.Net, EppLineFields.Vat, EppLineFields.Gross, EppLineFields.DiscountPercent, EppLineFields.Discount);
}
