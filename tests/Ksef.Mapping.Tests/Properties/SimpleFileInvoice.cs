using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Ksef.Mapping.Tests.Properties;

/// <summary>A line of an invented invoice.</summary>
internal sealed record SimpleFileLine(decimal Quantity, decimal Price, int DiscountPercent, int Rate)
{
    public decimal Value => Round((Quantity * Price) - Discount);

    public decimal Discount => Round(Quantity * Price * DiscountPercent / 100);

    private static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}

/// <summary>An invented invoice of the simple layout, and what the law makes of it, reckoned here once more.</summary>
internal sealed record SimpleFileInvoice(bool IsGross, bool UsesComma, string Currency, IReadOnlyList<SimpleFileLine> Lines)
{
    public const decimal ExchangeRate = 4.2512m;

    public static readonly Arbitrary<SimpleFileInvoice> Any = (
        from isGross in Gen.Elements(true, false)
        from usesComma in Gen.Elements(true, false)
        from currency in Gen.Elements("PLN", "PLN", "EUR")
        from count in Gen.Choose(1, 6)
        from lines in Gen.ListOf(Line(), count)
        select new SimpleFileInvoice(isGross, usesComma, currency, [.. lines])).ToArbitrary();

    public IEnumerable<(int Rate, decimal Net, decimal Tax)> Totals => Lines.GroupBy(line => line.Rate).Select(group =>
    {
        var sum = group.Sum(line => line.Value);
        var tax = Round(IsGross ? sum * group.Key / (100 + group.Key) : sum * group.Key / 100);
        return (group.Key, IsGross ? sum - tax : sum, tax);
    });

    public decimal Due => Totals.Sum(total => total.Net + total.Tax);

    public static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    public static string Header(bool isGross) =>
        $"numer;data_wystawienia;nabywca_nip;nabywca_nazwa;nabywca_adres_1;nazwa;jednostka;ilosc;{(isGross ? "cena_brutto" : "cena_netto")};rabat_procent;stawka_vat;waluta;kurs_waluty;suma_brutto\n";

    /// <summary>Its rows; each states the total, so that a change of any amount must be noticed.</summary>
    public string Rows(string number)
    {
        var rows = new StringBuilder();
        foreach (var line in Lines)
        {
            rows.Append(CultureInfo.InvariantCulture, $"{number};2026-10-05;2222222222;Odbiorca S.A.;ul. Druga 2;Towar;szt.;{Show(line.Quantity)};{Show(line.Price)};{line.DiscountPercent};{line.Rate};{Currency};{Show(ExchangeRate)};{Show(Due)}\n");
        }

        return rows.ToString();
    }

    private string Show(decimal number)
    {
        // Three decimals after one to three digits could be thousands: such numbers are written with a fourth.
        var text = number.ToString("0.00##", CultureInfo.InvariantCulture);
        text = text[(text.IndexOf('.') + 1)..].Length == 3 ? text + "0" : text;
        return UsesComma ? text.Replace('.', ',') : text;
    }

    private static Gen<SimpleFileLine> Line() =>
        from quantity in Gen.OneOf(Gen.Choose(1, 50).Select(whole => (decimal)whole), Gen.Choose(1, 99_999).Select(part => part / 1000m))
        from price in Gen.OneOf(Gen.Choose(1, 999_999).Select(cents => cents / 100m), Gen.Choose(1, 99_999).Select(part => part / 10000m))
        from discount in Gen.Elements(0, 0, 3, 10)
        from rate in Gen.Elements(23, 8, 5, 22, 7)
        select new SimpleFileLine(quantity, price, discount, rate);
}
