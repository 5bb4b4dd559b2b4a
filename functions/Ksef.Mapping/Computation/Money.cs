using System.Globalization;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Computation;

/// <summary>Rounding and tax as the law has them.</summary>
internal static class Money
{
    /// <summary>To full groszy; half a grosz is one (art. 106e(11) of the VAT Act).</summary>
    public static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    /// <summary>Tax on a net amount (art. 106e(1)(14)).</summary>
    public static decimal TaxOn(decimal net, decimal percent) => Round(net * percent / 100);

    /// <summary>Tax within a gross amount (art. 106e(7)).</summary>
    public static decimal TaxIn(decimal gross, decimal percent) => Round(gross * percent / (100 + percent));

    public static string Show(decimal amount) => amount.ToString("0.00######", CultureInfo.InvariantCulture);

    public static bool IsMargin(SaleRate rate) => rate == SaleRate.Margin;
}
