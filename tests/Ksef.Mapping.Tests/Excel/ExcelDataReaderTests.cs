namespace Ksef.Mapping.Tests.Excel;

public sealed class ExcelDataReaderTests
{
    private static readonly SheetCell[] Headings = ["numer", "data_wystawienia", "nabywca_nip", "nazwa", "ilosc", "cena_netto", "stawka_vat"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Read_SheetOfTwoInvoices_GivesBothWithTheirPlaces(bool likeLibreOffice)
    {
        var sheet = new SheetOf("Sprzedaż styczeń")
            .Row("Zestawienie sprzedaży")
            .Row()
            .Row(Headings)
            .Row("FV 1/2026", SheetCell.Date(2026, 1, 2), SheetCell.Number(1234563218), "Deska", 2.5m, SheetCell.Number(1234.5m, "#,##0.00\\ \"zł\""), SheetCell.Number(0.23m, "0%"))
            .Row("FV 1/2026", SheetCell.Date(2026, 1, 2), SheetCell.Number(1234563218), SheetCell.Inline("Śruba"), 10m, SheetCell.Number(5).ByFormula("2+3"), "8")
            .Row()
            .Row("FV 2/2026", "03.01.2026", "123-456-32-18", "Usługa", 1m, "1 234,56", "zw");
        var invoices = (await Reading.ItemsOf(WorkbookOf.One(sheet, likeLibreOffice))).Cast<DataInvoice>().ToList();

        invoices.Select(invoice => invoice.Head[InvoiceFields.Number]!.Value.Shown).ShouldBe(["FV 1/2026", "FV 2/2026"]);
        invoices.SelectMany(invoice => invoice.Findings).ShouldBeEmpty();
        var first = invoices[0];
        first.Head[InvoiceFields.IssueDate]!.Value.Date.ShouldBe(new DateOnly(2026, 1, 2));
        first.Head[BuyerFields.Nip]!.Value.Shown.ShouldBe("1234563218");
        first.Rows.Count.ShouldBe(2);
        first.Rows[0][LineFields.NetPrice]!.Value.Number.ShouldBe(1234.5m);
        first.Rows[0][LineFields.VatRate]!.Value.Number.ShouldBe(23);
        first.Rows[0][LineFields.VatRate]!.Value.Shown.ShouldBe("23%");
        first.Rows[1][LineFields.Name]!.Value.Shown.ShouldBe("Śruba");
        first.Rows[1][LineFields.NetPrice]!.Value.Number.ShouldBe(5);
        first.Rows[1][LineFields.NetPrice]!.Value.Place.ShouldBe(new DataPlace("Sprzedaż styczeń", 5, 6, "cena_netto"));
        invoices[1].Rows[0][LineFields.NetPrice]!.Value.Type.ShouldBe(DataValueType.Text);
    }

    [Fact]
    public async Task Read_WithoutASheetName_TakesTheFirstVisible()
    {
        var book = new WorkbookOf
        {
            Sheets =
            [
                new SheetOf("Ukryty") { State = "hidden" }.Row("numer", "nazwa").Row("1", "a"),
                new SheetOf("Schowany") { State = "veryHidden" }.Row("numer", "nazwa").Row("2", "b"),
                new SheetOf("Widoczny").Row("numer", "nazwa").Row("3", "c"),
                new SheetOf("Drugi").Row("numer", "nazwa").Row("4", "d"),
            ],
        };
        (await Reading.ItemsOf(book)).ShouldHaveSingleItem().ShouldBeOfType<DataInvoice>().Head[InvoiceFields.Number]!.Value.Shown.ShouldBe("3");
        (await Reading.ItemsOf(book, new DataMapping { Sheet = "drugi" })).ShouldHaveSingleItem().ShouldBeOfType<DataInvoice>().Head[InvoiceFields.Number]!.Value.Shown.ShouldBe("4");
        (await Reading.ItemsOf(book, new DataMapping { Sheet = "Ukryty" })).ShouldHaveSingleItem().ShouldBeOfType<DataInvoice>().Head[InvoiceFields.Number]!.Value.Shown.ShouldBe("1");
        var missing = await Reading.FindingOf(book, new DataMapping { Sheet = "Faktury" });
        missing.Code.ShouldBe("KSF-1605");
        missing.MessagePl.ShouldContain("„Widoczny”");
    }

    [Fact]
    public async Task Read_WorkbookWithoutAVisibleSheet_SaysSo() =>
        (await Reading.FindingOf(WorkbookOf.One(new SheetOf("A") { State = "hidden" }))).Code.ShouldBe("KSF-1605");

    [Theory]
    [InlineData("C1:D1")]
    [InlineData("A1:A2")]
    public async Task Read_MergedHeadings_RefusesTheFileAndSaysWhy(string range)
    {
        var sheet = new SheetOf("Faktury") { Merged = [range] }.Row("numer", "nazwa", "ilosc").Row("1", "a", 2m);
        var finding = await Reading.FindingOf(WorkbookOf.One(sheet));
        finding.Code.ShouldBe("KSF-1606");
        finding.MessageEn.ShouldContain(range);
        finding.Place.Row.ShouldBe(1);
    }

    [Fact]
    public async Task Read_HeadingsInTwoRowsHeldTogetherByMerging_RefusesTheFileAndSaysWhy()
    {
        var sheet = new SheetOf("Faktury") { Merged = ["A1:A2", "B1:C1"] }.Row("numer", "Nabywca").Row(SheetCell.Styled, "nabywca_nazwa", "nabywca_nip");
        for (var row = 0; row < 40; row++)
        {
            sheet.Row("FV 1", "Firma", "2222222222");
        }

        (await Reading.FindingOf(WorkbookOf.One(sheet))).Code.ShouldBe("KSF-1606");
    }

    [Fact]
    public async Task Read_MergedTitleAboveAndRemarksBelow_DoNotMatter()
    {
        var sheet = new SheetOf("Faktury") { Merged = ["A1:C1", "A9:C9"] }.Row("Zestawienie").Row("numer", "nazwa", "ilosc").Row("1", "a", 2m);
        (await Reading.InvoiceOf(sheet)).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_NumberMergedOverItsLines_IsTheNumberOfEach()
    {
        var sheet = new SheetOf("Faktury") { Merged = ["A2:A4", "B2:B4"] }
            .Row("numer", "data_wystawienia", "nazwa")
            .Row("FV 1", SheetCell.Date(2026, 1, 2), "a").Row(SheetCell.Styled, SheetCell.Styled, "b").Row(SheetCell.None, SheetCell.None, "c").Row("FV 2", SheetCell.Date(2026, 1, 3), "d");
        var invoices = (await Reading.ItemsOf(WorkbookOf.One(sheet))).Cast<DataInvoice>().ToList();
        invoices.Select(invoice => (invoice.Head[InvoiceFields.Number]!.Value.Shown, invoice.Rows.Count, invoice.Findings.Count)).ShouldBe([("FV 1", 3, 0), ("FV 2", 1, 0)]);
    }

    [Fact]
    public async Task Read_AmountMergedOverLines_IsNobodys()
    {
        var sheet = new SheetOf("Faktury") { Merged = ["C2:C3"] }.Row("numer", "nazwa", "wartosc_netto").Row("FV 1", "a", 100m).Row("FV 1", "b");
        var invoice = await Reading.InvoiceOf(sheet);
        invoice.Rows.Select(row => row[LineFields.Net]!.Value.Fault!.Code).ShouldBe(["KSF-1616", "KSF-1616"]);
        invoice.Rows[0][LineFields.Net]!.Value.Shown.ShouldBe("C2:C3");
    }

    [Fact]
    public async Task Read_MergedAcrossTwoColumns_BelongsToNeither()
    {
        var sheet = new SheetOf("Faktury") { Merged = ["B2:C2"] }.Row("numer", "nabywca_nazwa", "nazwa").Row("FV 1", "Firma");
        var invoice = await Reading.InvoiceOf(sheet);
        invoice.Head[BuyerFields.Name]!.Value.Fault!.Code.ShouldBe("KSF-1616");
        invoice.Rows.Single()[LineFields.Name]!.Value.Fault!.Code.ShouldBe("KSF-1616");
    }

    [Fact]
    public async Task Read_WorkbookUnderPassword_SaysSo()
    {
        byte[] content = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1000], .. System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")];
        (await Reading.ItemsOf(content)).ShouldHaveSingleItem().ShouldBeOfType<FileFinding>().Finding.Code.ShouldBe("KSF-1601");
    }

    [Fact]
    public async Task Read_WorkbookOfExcel2003_NamesItsFormat()
    {
        byte[] content = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1000]];
        (await Reading.ItemsOf(content)).ShouldHaveSingleItem().ShouldBeOfType<FileFinding>().Finding.MessagePl.ShouldContain("(xls)");
    }

    [Fact]
    public async Task Read_WorkbookDamagedInItsLastRow_GivesNoInvoice()
    {
        const string Rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>numer</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>nazwa</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\"><v>2</v></c></row>";
        (await Reading.ItemsOf(WorkbookOf.One(new SheetOf("Faktury") { RawData = Rows }))).Count.ShouldBe(2);
        (await Reading.FindingOf(WorkbookOf.One(new SheetOf("Faktury") { RawData = Rows + "<row r=\"3\"/>" }))).Code.ShouldBe("KSF-1603");
    }

    [Fact]
    public async Task Read_MoreRowsThanTheLimit_GivesNoInvoice()
    {
        var sheet = new SheetOf("Faktury").Row("numer", "nazwa").Row("1", "a").Row("2", "b");
        (await Reading.ItemsOf(WorkbookOf.One(sheet), limits: new ExcelLimits { Rows = 3 })).Count.ShouldBe(2);
        (await Reading.ItemsOf(WorkbookOf.One(sheet).ToArray(), limits: new ExcelLimits { Rows = 2 })).ShouldHaveSingleItem().ShouldBeOfType<FileFinding>().Finding.Code.ShouldBe("KSF-1604");
    }

    [Fact]
    public async Task Read_HeadingsAlone_GivesNothing() => (await Reading.ItemsOf(WorkbookOf.One(new SheetOf("Faktury").Row("numer", "nazwa")))).ShouldBeEmpty();

    [Fact]
    public async Task Read_SheetWithoutRows_HasNoHeadings() => (await Reading.FindingOf(WorkbookOf.One(new SheetOf("Faktury")))).Code.ShouldBe("KSF-1590");

    [Fact]
    public async Task Read_TwoColumnsOfOneHeading_RefusesTheFile() =>
        (await Reading.FindingOf(WorkbookOf.One(new SheetOf("Faktury").Row("numer", "nazwa", "nazwa").Row("1", "a", "b")))).Code.ShouldBe("KSF-1591");
}
