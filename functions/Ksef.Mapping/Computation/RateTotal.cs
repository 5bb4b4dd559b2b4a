namespace Ksef.Mapping.Computation;

/// <summary>The total of the rates that share one field of FA(3).</summary>
/// <param name="Total">What follows <c>P_13_</c> in the field's name.</param>
/// <param name="Net">P_13_x.</param>
/// <param name="Tax">P_14_x; zero for rates without tax.</param>
/// <param name="HasTax">Whether there is a P_14_x.</param>
internal sealed record RateTotal(string Total, decimal Net, decimal Tax, bool HasTax)
{
    /// <summary>P_14_xW: the tax in zlotys, on invoices in another currency.</summary>
    public decimal? TaxInZloty { get; init; }
}
