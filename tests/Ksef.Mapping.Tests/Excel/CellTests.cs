using Ksef.Mapping.Excel.Cells;
using Ksef.Mapping.Excel.Formats;

namespace Ksef.Mapping.Tests.Excel;

public sealed class CellTests
{
    [Theory]
    [InlineData("yyyy\\-mm\\-dd")]
    [InlineData("dd/mm/yyyy")]
    [InlineData("[$-415]d\\ mmmm\\ yyyy")]
    [InlineData("[$-415]d\\ mmmm\\ yyyy\" r.\"")]
    [InlineData("mmmm\\ yyyy")]
    [InlineData("d.mm.yy\\ h:mm;@")]
    [InlineData("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy")]
    [InlineData("mmm")]
    public void Value_NumberShownAsDate_IsThatDay(string format)
    {
        Cells.Value(SheetCell.Date(2026, 1, 2, format)).ShouldBe(new DateCell(new DateOnly(2026, 1, 2)));
        Cells.Value(SheetCell.Date(2026, 1, 2, format), likeLibreOffice: true).ShouldBe(new DateCell(new DateOnly(2026, 1, 2)));
    }

    [Theory]
    [InlineData("#,##0.00\\ \"zł\"")]
    [InlineData("#,##0.00\\ [$EUR]")]
    [InlineData("[Magenta]0.00")]
    [InlineData("[Red]0.00;[Blue]-0.00")]
    [InlineData("[Yellow]#,##0.00\\ [$zł-415];[Red]-#,##0.00\\ [$zł-415]")]
    [InlineData("0\\ \\d\\n\\i")]
    [InlineData("0.0\" dni\"")]
    [InlineData("0.00E+00")]
    [InlineData("_-* #,##0.00\\ _z_ł_-;\\-* #,##0.00\\ _z_ł_-;_-* \"-\"??\\ _z_ł_-;_-@_-")]
    [InlineData("General")]
    [InlineData("@")]
    [InlineData("[<=9999999]###\\-##\\-##;000\\-000\\-000")]
    public void Value_NumberShownAsAmount_IsThatNumber(string format) => Cells.Value(SheetCell.Number(1234.5m, format)).ShouldBeOfType<NumberCell>().Value.ShouldBe(1234.5m);

    [Theory]
    [InlineData("h:mm")]
    [InlineData("[h]:mm:ss")]
    [InlineData("[mm]:ss")]
    [InlineData("mm:ss.0")]
    [InlineData("h:mm\\ AM/PM")]
    public void Value_NumberShownAsTime_IsNeitherDateNorNumber(string format) => Cells.Value(SheetCell.Number(46024.25m, format)).ShouldBe(new TimeCell(46024.25m));

    [Theory]
    [InlineData(null, "46024")]
    [InlineData("0", "46024")]
    [InlineData("false", "46024")]
    [InlineData("1", "44562")]
    [InlineData("true", "44562")]
    public void Value_DateOfEitherSystem_IsTheSameDay(string? date1904, string serial) =>
        Cells.Value(SheetCell.Spelt(serial, "yyyy-mm-dd"), date1904: date1904).ShouldBe(new DateCell(new DateOnly(2026, 1, 2)));

    [Theory]
    [InlineData(null, "-1")]
    [InlineData(null, "0")]
    [InlineData(null, "0.5")]
    [InlineData(null, "60")]
    [InlineData(null, "2958466")]
    [InlineData("1", "-1")]
    [InlineData("1", "2957004")]
    [InlineData(null, "1E+300")]
    public void Value_DateOutOfRange_IsFaulty(string? date1904, string serial) => Cells.Value(SheetCell.Spelt(serial, "yyyy-mm-dd"), date1904: date1904).ShouldBeOfType<FaultyCell>();

    [Theory]
    [InlineData(null, "61", 1900, 3, 1)]
    [InlineData(null, "2958465.99999", 9999, 12, 31)]
    [InlineData(null, "46023.999999999993", 2026, 1, 2)]
    [InlineData(null, "46024.9", 2026, 1, 2)]
    [InlineData("1", "0", 1904, 1, 1)]
    [InlineData("1", "2957003", 9999, 12, 31)]
    public void Value_DateAtTheEdge_IsThatDay(string? date1904, string serial, int year, int month, int day) =>
        Cells.Value(SheetCell.Spelt(serial, "yyyy-mm-dd"), date1904: date1904).ShouldBe(new DateCell(new DateOnly(year, month, day)));

    [Theory]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("1234.5", "1234.5")]
    [InlineData("-12", "-12")]
    [InlineData("1.2E3", "1200")]
    [InlineData("2.2999999999999998", "2.3")]
    [InlineData("9999999999999.99", "9999999999999.99")]
    public void Value_Number_HasTheFifteenDigitsThatExcelKeeps(string spelt, string expected) =>
        Cells.Value(SheetCell.Spelt(spelt)).ShouldBeOfType<NumberCell>().Value.ShouldBe(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("1E+30")]
    [InlineData("NaN")]
    [InlineData("1234,50")]
    [InlineData("7.9228162514264338E+28")]
    public void Value_NoNumber_IsFaulty(string spelt) => Cells.Value(SheetCell.Spelt(spelt)).ShouldBe(new FaultyCell(CellFault.NoNumber, spelt));

    [Fact]
    public void Value_NumberOfMoreThanFifteenDigits_HasLostSome()
    {
        Cells.Value(SheetCell.Spelt("6.11090101400001E+025")).ShouldBeOfType<NumberCell>().HasLostDigits.ShouldBeTrue();
        Cells.Value(SheetCell.Spelt("999999999999999")).ShouldBeOfType<NumberCell>().HasLostDigits.ShouldBeFalse();
    }

    [Fact]
    public void Value_Percentage_SaysSo() => Cells.Value(SheetCell.Number(0.23m, "0%")).ShouldBe(new NumberCell(0.23m, new NumberFormat(NumberFormatKind.Percent, 1)));

    [Theory]
    [InlineData("0000000000")]
    [InlineData("000\\-000\\-00\\-00")]
    public void Value_FormatWithLeadingZeros_SaysHowMany(string format) => Cells.Value(SheetCell.Number(123456789, format)).ShouldBeOfType<NumberCell>().Format.MinimumDigits.ShouldBe(10);

    [Theory]
    [InlineData("#N/A")]
    [InlineData("#DIV/0!")]
    [InlineData("#VALUE!")]
    public void Value_ErrorCell_IsThatError(string name)
    {
        Cells.Value(SheetCell.Error(name)).ShouldBe(new ErrorCell(name));
        Cells.Value(SheetCell.Error(name).ByFormula("1/0"), likeLibreOffice: true).ShouldBe(new ErrorCell(name));
    }

    [Fact]
    public void Value_Formula_IsTheCachedValue()
    {
        Cells.Value(SheetCell.Number(3).ByFormula("1+2")).ShouldBe(new NumberCell(3, NumberFormat.General));
        Cells.Value(SheetCell.Text("FV 1").ByFormula("\"FV \"&1"), likeLibreOffice: true).ShouldBe(new TextCell("FV 1"));
        Cells.Value(SheetCell.Date(2026, 1, 2).ByFormula("TODAY()")).ShouldBe(new DateCell(new DateOnly(2026, 1, 2)));
        Cells.Value(SheetCell.Text("").ByFormula("\"\"")).ShouldBeNull();
    }

    [Theory]
    [InlineData("<c r=\"A1\"><f>1+2</f></c>")]
    [InlineData("<c r=\"A1\"><f>1+2</f><v/></c>")]
    [InlineData("<c r=\"A1\"><f>1+2</f><v></v></c>")]
    [InlineData("<c r=\"A1\" t=\"str\"><f>\"a\"</f></c>")]
    [InlineData("<c r=\"A1\"><f t=\"shared\" si=\"0\"/></c>")]
    public void Value_FormulaNeverComputed_IsFaulty(string xml) => Cells.Value(SheetCell.None with { Raw = xml }).ShouldBe(new FaultyCell(CellFault.NotComputed, string.Empty));

    [Theory]
    [InlineData("<calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/>", true)]
    [InlineData("<calcPr calcId=\"124519\" fullCalcOnLoad=\"true\"/>", true)]
    [InlineData("<calcPr calcId=\"191029\"/>", false)]
    [InlineData("<calcPr iterateCount=\"100\" refMode=\"A1\" iterate=\"false\" iterateDelta=\"0.001\"/>", false)]
    public void Value_FormulaOfWorkbookToBeComputedFirst_IsNotWhatItsWriterPutThere(string calculation, bool isFaulty)
    {
        var book = new WorkbookOf { Calculation = calculation, Sheets = [new SheetOf("Faktury").Row(SheetCell.Number(0).ByFormula("B1*1.23"), 5m)] };
        var cells = Cells.Of(book).Single().Cells;
        (cells[0].Value is FaultyCell { Fault: CellFault.NotComputed }).ShouldBe(isFaulty);
        cells[1].Value.ShouldBe(new NumberCell(5, NumberFormat.General));
    }

    [Fact]
    public void Value_Flag_IsThatFlag()
    {
        Cells.Value(SheetCell.Flag(true)).ShouldBe(new FlagCell(true));
        Cells.Value(SheetCell.Flag(false)).ShouldBe(new FlagCell(false));
    }

    [Theory]
    [InlineData("0012")]
    [InlineData("1234,50")]
    [InlineData("12E5")]
    [InlineData("61109010140000071219812874")]
    [InlineData(" z odstępami ")]
    [InlineData("wiersz 1\nwiersz 2 <&>\"'")]
    public void Value_TextHoweverWritten_IsThatText(string text)
    {
        Cells.Value(SheetCell.Text(text)).ShouldBe(new TextCell(text));
        Cells.Value(SheetCell.Inline(text)).ShouldBe(new TextCell(text));
    }

    [Theory]
    [InlineData("a_x000D_b", "a\rb")]
    [InlineData("_x005F_x0041_", "_x0041_")]
    [InlineData("_x0041", "_x0041")]
    [InlineData("a_xZZZZ_b", "a_xZZZZ_b")]
    [InlineData("_xD800_", "\uFFFD")]
    [InlineData("_x0000_", "\uFFFD")]
    public void Value_EscapedCharacter_IsThatCharacter(string written, string expected) => Cells.Value(SheetCell.Text(written)).ShouldBe(new TextCell(expected));

    [Fact]
    public void Value_RichText_IsItsRunsWithoutReadingAids()
    {
        var book = new WorkbookOf
        {
            Sheets = [new SheetOf("Faktury") { RawData = "<row><c t=\"s\"><v>0</v></c></row>" }],
            RawTexts = "<si><r><t xml:space=\"preserve\">Usługa </t></r><r><rPr><b/></rPr><t>pilna</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></si>",
        };
        Cells.Of(book).ShouldHaveSingleItem().Cells.ShouldBe([new Cell(1, new TextCell("Usługa pilna"))]);
    }

    [Theory]
    [InlineData("2026-01-02")]
    [InlineData("2026-01-02T00:00:00")]
    [InlineData("2026-01-02T10:11:12.5")]
    public void Value_IsoDateOfStrictWorkbook_IsThatDay(string value)
    {
        var book = new WorkbookOf { Strict = true, Sheets = [new SheetOf("Faktury").Row(new SheetCell("d", value))] };
        Cells.Of(book).ShouldHaveSingleItem().Cells.ShouldBe([new Cell(1, new DateCell(new DateOnly(2026, 1, 2)))]);
    }

    [Fact]
    public void Rows_WithoutNames_AreCounted() =>
        Cells.Of(WorkbookOf.One(new SheetOf("Faktury") { Anonymous = true }.Row("a", SheetCell.Styled, 1m).Row().Row("b")))
            .Select(row => (row.Number, string.Join(' ', row.Cells.Select(cell => cell.Column)))).ShouldBe([(1, "1 3"), (3, "1")]);

    [Fact]
    public void Rows_EmptyOrOnlyStyled_AreLeftOut() =>
        Cells.Of(WorkbookOf.One(new SheetOf("Faktury").Row("a").Row(SheetCell.Styled).Row().RowAt(1_048_576, "z"))).Select(row => row.Number).ShouldBe([1, 1_048_576]);
}
