using System.Globalization;
using static Ksef.Mapping.Tests.Epp.EppFile;

namespace Ksef.Mapping.Tests.RoundTrips.Epp;

/// <summary>A line as EPP has it: with unit, quantity and price, and with net, tax and gross of its own.</summary>
internal sealed record EppLineOf(Dictionary<SimpleField, string> Values, bool IsGross)
{
    /// <summary>A line that there is not: the state before a line that a correction adds.</summary>
    private static readonly string Nothing = string.Join(',', "0.0000", "0.0000", "0.0000", "0.0000", "", "0.0000", "0.0000", "0.0000", "0.0000");

    private decimal Base => Number(IsGross ? LineFields.Gross : LineFields.Net) ?? 0;

    private decimal Quantity => Number(LineFields.Quantity) ?? 1;

    private decimal Price => Number(IsGross ? LineFields.GrossPrice : LineFields.NetPrice) ?? Base;

    private decimal Percent => decimal.TryParse(Values.GetValueOrDefault(LineFields.VatRate), CultureInfo.InvariantCulture, out var percent) ? percent : 0;

    private decimal Tax => decimal.Round(IsGross ? Base * Percent / (100 + Percent) : Base * Percent / 100, 2, MidpointRounding.AwayFromZero);

    private string Rate => Values.GetValueOrDefault(LineFields.VatRate) switch
    {
        "zw" => "-1.0000",
        "0 EX" => "-2.0000",
        "0 WDT" => "-3.0000",
        _ => Show(Percent),
    };

    private string Unit => Quoted(Values.GetValueOrDefault(LineFields.Unit) ?? "szt.");

    private string Discount => Values.TryGetValue(LineFields.Discount, out var discount) ? Show(decimal.Parse(discount, CultureInfo.InvariantCulture)) : "0.0000";

    /// <summary>The 22 fields of an invoice's line; what has no code is a service of one time.</summary>
    public string Now()
    {
        var code = Values.GetValueOrDefault(LineFields.Code) ?? string.Empty;
        return string.Join(',', Values[LineFields.Number], code.Length == 0 ? "2" : "1", Quoted(code), "0", "1", "0", "1", Discount, "0.0000", Unit, Show(Quantity), Show(Quantity), "0.0000",
            Show(Price), Show(Price), Rate, Sums(), "0.0000", "", code.Length == 0 ? Quoted(Values[LineFields.Name]) : "");
    }

    /// <summary>The 31 fields of a correction's line.</summary>
    public string After(EppLineOf? before) => $"{Now()},{(before is null ? Nothing : before.Before())}";

    /// <summary>Packaging that is given back: it stands outside the sums.</summary>
    public static string Packaging(int number, string name, string amount) =>
        string.Join(',', number.ToString(CultureInfo.InvariantCulture), "4", "", "1", "1", "0", "1", "0.0000", "0.0000", "\"szt.\"", "1.0000", "1.0000", "0.0000", amount, amount, "0.0000", amount, "0.0000", amount, "0.0000", "", Quoted(name));

    public static string Show(decimal number) => number.ToString("0.0000", CultureInfo.InvariantCulture);

    private string Before() => string.Join(',', Show(Price), Show(Price), Rate, Show(Quantity), Unit, Discount, Sums());

    private string Sums()
    {
        var (net, gross) = IsGross ? (Base - Tax, Base) : (Base, Base + Tax);
        return $"{Show(net)},{Show(Tax)},{Show(gross)}";
    }

    private decimal? Number(SimpleField field) => Values.TryGetValue(field, out var value) ? decimal.Parse(value, CultureInfo.InvariantCulture) : null;
}
