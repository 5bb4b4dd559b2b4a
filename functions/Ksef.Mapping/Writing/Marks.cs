using Ksef.Mapping.Computation;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Writing;

/// <summary>Marks that follow from the rates of an invoice where the data does not give them.</summary>
internal static class Marks
{
    /// <summary>The seller's number with PL is for supplies to the EU and services taxed by a buyer in the EU (art. 97(10)(2) and (3) of the VAT Act).</summary>
    public static bool HasEuPrefix(ComputedInvoice computed) =>
        computed.Invoice.Annotations.EuPrefix ?? (Has(computed, SaleRate.ZeroEu) || Has(computed, SaleRate.Outside2) || computed.Invoice.Annotations.Triangular);

    /// <summary>The buyer accounts for the tax: reverse charge at home, and services to taxpayers of the EU (art. 106e(1)(18)).</summary>
    public static bool HasReverseCharge(ComputedInvoice computed) =>
        computed.Invoice.Annotations.ReverseCharge ?? (Has(computed, SaleRate.ReverseCharge) || Has(computed, SaleRate.Outside2));

    public static bool Has(ComputedInvoice computed, SaleRate rate) => computed.Totals.Any(total => total.Total == rate.Total);
}
