using System.Globalization;
using System.Text;

namespace Ksef.Mapping.Tests.Excel;

/// <summary>Whatever a table says, a workbook says the same as a CSV: invoices of any amounts, with their mistakes.</summary>
public sealed class SameInCsvTests
{
    private static readonly string[] Headings = ["numer", "data_wystawienia", "nabywca_nip", "nabywca_nazwa", "nabywca_adres_1", "nazwa", "ilosc", "cena_netto", "rabat_procent", "stawka_vat", "suma_brutto"];

    private static readonly string[] Rates = ["23", "8", "5", "0 WDT", "zw", "np I", "7"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task MapAsync_AnyTable_IsTheSameInBoth(int seed)
    {
        var random = new Random(seed);
        var csv = new StringBuilder().AppendJoin(';', Headings).Append('\n');
        var sheet = new SheetOf("Faktury").Row([.. Headings.Select(SheetCell.Text)]);
        for (var invoice = 1; invoice <= 60; invoice++)
        {
            var day = new DateOnly(2026, 9, 1).AddDays(random.Next(60));
            for (var line = random.Next(1, 5); line > 0; line--)
            {
                Add(csv, sheet, random, $"FV/{invoice}", day);
            }
        }

        var profile = Mapped.Profile with { ExemptionAct = "art. 113 ust. 1" };
        // A text such as 787,031 has two readings; a number of a sheet has not.
        var mapping = new DataMapping { DecimalSign = DecimalSign.Comma };
        var fromCsv = await Mapped.TextAsync(csv.ToString(), profile, mapping);
        foreach (var likeLibreOffice in new[] { false, true })
        {
            var book = WorkbookOf.One(sheet, likeLibreOffice);
            var fromSheet = await Mapped.BytesAsync(book.ToArray(), Mapped.Context(profile, mapping));
            fromSheet.Select(Outcome).ShouldBe(fromCsv.Select(Outcome));
            fromSheet.Count(made => made.IsAccepted).ShouldBeGreaterThan(10);
        }
    }

    private static void Add(StringBuilder csv, SheetOf sheet, Random random, string number, DateOnly day)
    {
        var quantity = random.Next(4) == 0 ? random.Next(1, 1_000_000) / 1000m : random.Next(1, 100);
        var price = random.Next(1, 10_000_000) / (random.Next(3) == 0 ? 10_000m : 100m);
        var discount = random.Next(3) == 0 ? random.Next(1, 500) / 10m : (decimal?)null;
        var rate = Rates[random.Next(Rates.Length)];
        // Now and then a mistake, which must be the same mistake.
        var gross = random.Next(20) == 0 ? "błąd" : null;
        string?[] texts = [number, day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), "2222222222", "Odbiorca S.A.", "ul. Druga 2", "Towar", Text(quantity), Text(price), Text(discount), rate, gross];
        csv.AppendJoin(';', texts).Append('\n');
        sheet.Row(
            number, SheetCell.Date(day.Year, day.Month, day.Day), 2222222222m, "Odbiorca S.A.", SheetCell.Inline("ul. Druga 2"), "Towar", quantity,
            SheetCell.Spelt(((double)price).ToString("R", CultureInfo.InvariantCulture), "#,##0.00"),
            discount is { } percent ? SheetCell.Number(percent / 100, "0.0%") : SheetCell.Styled,
            int.TryParse(rate, out var standard) ? SheetCell.Number(standard / 100m, "0%") : rate, gross is null ? SheetCell.None : gross);
    }

    private static string? Text(decimal? number) => number?.ToString(CultureInfo.GetCultureInfo("pl-PL"));

    private static string Outcome(MappedInvoice made) => $"{made.Number} {made.Fingerprint} {string.Join(' ', made.Findings.Select(finding => $"{finding.Code} {finding.Place.Row} {finding.Value}"))}";
}
