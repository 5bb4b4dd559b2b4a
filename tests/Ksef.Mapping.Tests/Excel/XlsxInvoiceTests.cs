using System.Text;

namespace Ksef.Mapping.Tests.Excel;

/// <summary>From a workbook of the simple layout to FA(3) that passes every check.</summary>
public sealed class XlsxInvoiceTests
{
    private const string SameAsCsv = """
        Numer;Data wystawienia;Nabywca NIP;Nabywca nazwa;Nabywca adres 1;Nazwa;Ilość;Jednostka;Cena netto;Stawka VAT;Termin płatności;Forma płatności
        FV/1/10/2026;2026-10-05;2222222222;Odbiorca S.A.;ul. Druga 2, 00-002 Warszawa;Papier A4;10;ryza;19,99;23;2026-10-19;przelew
        FV/1/10/2026;2026-10-05;2222222222;Odbiorca S.A.;ul. Druga 2, 00-002 Warszawa;Książka;2;szt.;45,50;5;2026-10-19;przelew
        FV/2/10/2026;2026-10-06;3333333333;Inny nabywca;ul. Trzecia 3, 00-003 Warszawa;Usługa;1;godz.;1 200,00;8%;2026-10-20;Przelew

        """;

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, null)]
    [InlineData(true, "false")]
    public async Task MapAsync_TheSameInvoicesAsInACsv_AreTheSameBytes(bool likeLibreOffice, string? date1904)
    {
        var book = new WorkbookOf { Sheets = [Sheet()], LikeLibreOffice = likeLibreOffice, Date1904 = date1904 };
        var workbook = await Mapped.BytesAsync(book.ToArray(), Mapped.Context());
        var csv = await Mapped.TextAsync(SameAsCsv);

        workbook.SelectMany(invoice => invoice.Findings).Select(finding => $"{finding.Code} {finding.MessageEn}").ShouldBeEmpty();
        workbook.Select(Xml).ShouldBe(csv.Select(Xml));
        workbook.Select(invoice => invoice.Fingerprint).ShouldBe(csv.Select(invoice => invoice.Fingerprint));
    }

    [Theory]
    [InlineData("#N/A", "e", "KSF-1517")]
    [InlineData("#DIV/0!", "e", "KSF-1517")]
    [InlineData("1E+40", "n", "KSF-1609")]
    [InlineData("19,99 EUR", "str", "KSF-1525")]
    [InlineData("dwadzieścia", "str", "KSF-1510")]
    [InlineData("1.234", "str", "KSF-1511")]
    public async Task MapAsync_PriceThatCannotBeRead_IsAFindingAtItsCellAndNoInvoice(string value, string type, string code)
    {
        var mapped = await Mapped.BytesAsync(WorkbookOf.One(Sheet(new SheetCell(type, value))).ToArray(), Mapped.Context());
        mapped[0].IsAccepted.ShouldBeFalse();
        mapped[0].Xml.ShouldBeNull();
        mapped[1].IsAccepted.ShouldBeTrue();
        var finding = mapped[0].Findings[0];
        finding.Code.ShouldBe(code);
        finding.Value.ShouldBe(value);
        finding.Place.ShouldBe(new DataPlace("Faktury", 2, 9, "Cena netto"));
    }

    [Fact]
    public async Task MapAsync_PriceOfAFormulaNeverComputed_IsAFindingOfItsOwn()
    {
        var mapped = await Mapped.BytesAsync(WorkbookOf.One(Sheet(SheetCell.None with { Raw = "<c r=\"I2\"><f>A1*2</f></c>" })).ToArray(), Mapped.Context());
        mapped[0].Xml.ShouldBeNull();
        mapped[0].Findings.Select(finding => finding.Code).ShouldBe(["KSF-1607"]);
        mapped[0].Findings[0].MessagePl.ShouldContain("cena_netto");
    }

    [Fact]
    public async Task MapAsync_BinaryTraceOfAFormula_IsNoFurtherDecimal()
    {
        var mapped = await Mapped.BytesAsync(WorkbookOf.One(Sheet(SheetCell.Spelt("19.989999999999998").ByFormula("59.97/3"))).ToArray(), Mapped.Context());
        Mapped.Root(mapped[0]).Fa("FaWiersz/P_9A").ShouldBe("19.99");
    }

    [Fact]
    public async Task MapAsync_LimitsOfTheCompany_AreKept()
    {
        var mapped = await Mapped.BytesAsync(WorkbookOf.One(Sheet()).ToArray(), Mapped.Context() with { ExcelLimits = new ExcelLimits { Rows = 3 } });
        mapped.ShouldHaveSingleItem().Findings.ShouldHaveSingleItem().Code.ShouldBe("KSF-1604");
    }

    /// <summary>Every bit that an archive can lose is in its file structure, its compressed data or its checksums.</summary>
    [Fact]
    public async Task MapAsync_WorkbookOfWhichABitTurned_GivesTheSameInvoicesOrNone()
    {
        var content = WorkbookOf.One(Sheet()).ToArray();
        var context = Mapped.Context() with { Checker = null };
        var before = (await Mapped.BytesAsync(content, context)).Select(Xml).ToList();
        for (var offset = 0; offset < content.Length; offset++)
        {
            var changed = content.ToArray();
            changed[offset] ^= (byte)(1 << (offset % 8));
            var made = (await Mapped.BytesAsync(changed, context)).ToList();
            made.ShouldNotBeEmpty();
            var invoices = made.Where(invoice => invoice.Xml is not null).Select(Xml).ToList();
            if (invoices.Count > 0)
            {
                invoices.ShouldBe(before, $"offset {offset}");
            }
            else
            {
                made.ShouldAllBe(item => item.Findings.Count > 0, $"offset {offset}");
            }
        }
    }

    private static SheetOf Sheet(SheetCell? price = null) => new SheetOf("Faktury")
        .Row("Numer", "Data wystawienia", "Nabywca NIP", "Nabywca nazwa", "Nabywca adres 1", "Nazwa", "Ilość", "Jednostka", "Cena netto", "Stawka VAT", "Termin płatności", "Forma płatności")
        .Row("FV/1/10/2026", SheetCell.Date(2026, 10, 5), SheetCell.Number(2222222222), "Odbiorca S.A.", "ul. Druga 2, 00-002 Warszawa", "Papier A4", 10m, "ryza", price ?? SheetCell.Number(19.99m), SheetCell.Number(0.23m, "0%"), SheetCell.Date(2026, 10, 19, "dd/mm/yyyy"), "przelew")
        .Row("FV/1/10/2026", SheetCell.Date(2026, 10, 5), SheetCell.Number(2222222222), "Odbiorca S.A.", "ul. Druga 2, 00-002 Warszawa", "Książka", 2m, "szt.", SheetCell.Number(45.5m).ByFormula("91/2"), 5m, SheetCell.Date(2026, 10, 19, "dd/mm/yyyy"), "przelew")
        .Row("FV/2/10/2026", "06.10.2026", "333-333-33-33", "Inny nabywca", SheetCell.Inline("ul. Trzecia 3, 00-003 Warszawa"), "Usługa", 1m, "godz.", "1 200,00", "8 %", "2026-10-20", "Przelew");

    private static string Xml(MappedInvoice invoice) => Encoding.UTF8.GetString(invoice.Xml!.Value.Span);
}
