using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace Ksef.Mapping.Tests.Properties;

/// <summary>What the simple layout can say becomes a valid invoice with the right sums; what was damaged never becomes one with others.</summary>
public sealed class SimpleLayoutProperties
{
    private static readonly int Tests = int.TryParse(Environment.GetEnvironmentVariable("PROPERTY_TESTS"), CultureInfo.InvariantCulture, out var tests) ? tests : 400;

    private static readonly Arbitrary<(SimpleFileInvoice One, SimpleFileInvoice Other, int Way, int Place, char Character)> Damaged = (
        from one in SimpleFileInvoice.Any.Generator
        from other in SimpleFileInvoice.Any.Generator
        from way in Gen.Choose(0, 5)
        from place in Gen.Choose(0, 1_000_000)
        from character in Gen.Elements("0123456789,.;\"- \n\t%AeŁ\u00A0\u2212\u0001\uFFFD".ToCharArray())
        select (one, other with { IsGross = one.IsGross }, way, place, character)).ToArbitrary();

    [Fact]
    public void MapAsync_AnyInvoice_IsValidAndItsSumsAreRight() => Prop.ForAll(SimpleFileInvoice.Any, invoice =>
    {
        var mapped = Map(SimpleFileInvoice.Header(invoice.IsGross) + invoice.Rows("F/1")).ShouldHaveSingleItem();

        mapped.Findings.Select(finding => $"{finding.Code} {finding.MessageEn}").ShouldBeEmpty();
        var xml = Mapped.Root(mapped);
        xml.Fa("P_15").ShouldBe(Show(invoice.Due));
        foreach (var (name, rates) in new[] { ("1", new[] { 23, 22 }), ("2", [8, 7]), ("3", [5]) })
        {
            var totals = invoice.Totals.Where(total => rates.Contains(total.Rate)).ToList();
            xml.Fa("P_13_" + name).ShouldBe(totals.Count == 0 ? null : Show(totals.Sum(total => total.Net)));
            xml.Fa("P_14_" + name).ShouldBe(totals.Count == 0 ? null : Show(totals.Sum(total => total.Tax)));
            if (invoice.Currency != "PLN" && totals.Sum(total => total.Tax) is var tax and not 0)
            {
                xml.Fa($"P_14_{name}W").ShouldBe(Show(SimpleFileInvoice.Round(tax * SimpleFileInvoice.ExchangeRate)));
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void MapAsync_DamagedCsv_IsRefusedOrSaysWhatItSaid() => Prop.ForAll(Damaged, damaged =>
    {
        var text = SimpleFileInvoice.Header(damaged.One.IsGross) + damaged.One.Rows("F/1") + damaged.Other.Rows("F/2");

        ShouldSayNothingElse(Damage(text, damaged.Way, damaged.Place, damaged.Character));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Tests));

    [Fact]
    public void MapAsync_DamagedJson_IsRefusedOrSaysWhatItSaid() => Prop.ForAll(Damaged, damaged =>
    {
        var text = $"[ {Json("F/1", damaged.One)}, {Json("F/2", damaged.Other)} ]";

        ShouldSayNothingElse(Damage(text, damaged.Way, damaged.Place, damaged.Character));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Tests));

    [Fact]
    public void MapAsync_AnyBytes_EndInFindings() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
    {
        foreach (var start in new[] { "", "[INFO]\n", "{", "[{", "numer;nazwa\n", "<JPK", "PK\u0003\u0004" })
        {
            var mapped = Mapped.BytesAsync([.. Encoding.UTF8.GetBytes(start), .. bytes], Mapped.Context()).GetAwaiter().GetResult();
            mapped.ShouldAllBe(item => !item.IsAccepted);
            mapped.SelectMany(item => item.Findings).ShouldNotBeEmpty();
        }
    }).QuickCheckThrowOnFailure();

    /// <summary>Each row or object states the total of its invoice: one with another total than the text shows would be made up.</summary>
    private static void ShouldSayNothingElse(string text)
    {
        foreach (var accepted in Map(text).Where(mapped => mapped.IsAccepted))
        {
            // A file cut off in its last cell shows nothing of it but the missing line end, which many programs leave out.
            if (!text.EndsWith('\n') && text[(text.LastIndexOf('\n') + 1)..].StartsWith(accepted.Number! + ";", StringComparison.Ordinal))
            {
                continue;
            }

            var total = Mapped.Root(accepted).Fa("P_15")!.TrimEnd('0').TrimEnd('.');
            Regex.IsMatch(text.Replace(',', '.'), $@"(?<![\d.]){Regex.Escape(total)}(\.?0+)?(?!\d)").ShouldBeTrue($"{accepted.Number} {total}\n{text}");
        }
    }

    private static string Damage(string text, int way, int place, char character)
    {
        var at = place % text.Length;
        var lines = text.Split('\n');
        var line = place % lines.Length;
        return way switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, character.ToString()),
            2 => text[..at] + character + text[(at + 1)..],
            3 => text[..at],
            4 => string.Join('\n', lines.Where((_, index) => index != line)),
            _ => string.Join('\n', lines.Take(line + 1).Concat(lines.Skip(line))),
        };
    }

    private static string Json(string number, SimpleFileInvoice invoice)
    {
        var price = invoice.IsGross ? "cena_brutto" : "cena_netto";
        var lines = invoice.Lines.Select(line => string.Create(CultureInfo.InvariantCulture,
            $$"""{ "nazwa": "Towar", "jednostka": "szt.", "ilosc": {{line.Quantity}}, "{{price}}": {{line.Price}}, "rabat_procent": {{line.DiscountPercent}}, "stawka_vat": {{line.Rate}} }"""));
        return string.Create(CultureInfo.InvariantCulture, $$"""
            { "numer": "{{number}}", "data_wystawienia": "2026-10-05", "nabywca_nip": "2222222222", "nabywca_nazwa": "Odbiorca", "waluta": "{{invoice.Currency}}", "kurs_waluty": 4.2512,
              "suma_brutto": {{invoice.Due}}, "pozycje": [ {{string.Join(",\n", lines)}} ] }
            """);
    }

    private static List<MappedInvoice> Map(string text) => Mapped.TextAsync(text).GetAwaiter().GetResult();

    private static string Show(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
