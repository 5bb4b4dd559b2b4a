namespace Ksef.Mapping.Tests.Csv;

/// <summary>Files as people break them: every mistake is told at its row, and nothing else is sent in place of what the file says.</summary>
public sealed class BrokenCsvTests
{
    private const string Header = "numer;data_wystawienia;nabywca_nip;nabywca_nazwa;nazwa;wartosc_netto;stawka_vat;waluta\n";

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    public async Task MapAsync_EmptyFile_IsNoFormat(string text) => (await Mapped.CodesAsync(text)).ShouldBe(["KSF-1501"]);

    [Fact]
    public async Task MapAsync_HeaderOnly_HasNoInvoice() => (await Mapped.CodesAsync(Header)).ShouldBe(["KSF-1502"]);

    [Fact]
    public async Task MapAsync_NoHeader_IsTold() => (await Mapped.CodesAsync("F/1;2026-10-05;2222222222;A;B;1,00;23;PLN\n")).ShouldBe(["KSF-1590"]);

    [Fact]
    public async Task MapAsync_TwoColumnsWithOneMeaning_AreTold()
    {
        var finding = (await Mapped.TextAsync("numer;data_wystawienia;Wartość netto;wartosc_netto\nF/1;2026-10-05;1;2\n")).ShouldHaveSingleItem().Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe("KSF-1591");
        finding.Place.ShouldBe(new DataPlace(null, 1, 4, "wartosc_netto"));
    }

    [Fact]
    public async Task MapAsync_UnknownColumn_IsAWarning()
    {
        var mapped = await Mapped.TextAsync(Header.Replace("waluta", "kolor", StringComparison.Ordinal) + Row("F/1").Replace("PLN", "zielony", StringComparison.Ordinal));

        mapped[0].Findings.ShouldHaveSingleItem().Code.ShouldBe("KSF-1592");
        mapped[1].IsAccepted.ShouldBeTrue();
    }

    [Theory]
    [InlineData("1.234", "KSF-1511")]
    [InlineData("1,234", "KSF-1511")]
    [InlineData("12,345", "KSF-1511")]
    [InlineData("0,345", "KSF-1512")]
    [InlineData("1234,567", "KSF-1512")]
    [InlineData("1 23", "KSF-1510")]
    [InlineData("12 %", "KSF-1525")]
    [InlineData("(12,00)", "KSF-1510")]
    [InlineData("1,2E3", "KSF-1510")]
    [InlineData("1.2.3", "KSF-1510")]
    [InlineData("12,00 EUR", "KSF-1525")]
    [InlineData("--5", "KSF-1510")]
    [InlineData("#N/D!", "KSF-1510")]
    [InlineData("99999999999999999", "KSF-1529")]
    [InlineData("٣", "KSF-1510")]
    public async Task MapAsync_AmountThatCannotBeRead_IsTold(string amount, string code)
    {
        var finding = (await Mapped.TextAsync(Header + Row("F/1", amount))).ShouldHaveSingleItem().Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe(code);
        finding.Value.ShouldBe(amount);
        finding.Place.ShouldBe(new DataPlace(null, 2, 6, "wartosc_netto"));
    }

    [Theory]
    [InlineData("1234,50", "1234.50")]
    [InlineData("1 234,50", "1234.50")]
    [InlineData("1\u00A0234,50", "1234.50")]
    [InlineData("1\u202F234.50", "1234.50")]
    [InlineData("1.234,50", "1234.50")]
    [InlineData("1,234.50", "1234.50")]
    [InlineData("1.234.567", "1234567.00")]
    [InlineData("1234.5", "1234.50")]
    [InlineData("12,00 zł", "12.00")]
    [InlineData("12,00 PLN", "12.00")]
    [InlineData("+7", "7.00")]
    [InlineData(",50", "0.50")]
    public async Task MapAsync_AmountInAnyUsualForm_IsRead(string amount, string expected) => (await Mapped.OneAsync(Header + Row("F/1", amount))).Fa("P_13_1").ShouldBe(expected);

    [Theory]
    [InlineData(DecimalSign.Comma, "1.234", "1234.00")]
    [InlineData(DecimalSign.Point, "1,234", "1234.00")]
    public async Task MapAsync_DecimalSignOfTheMapping_DecidesBetweenTwoReadings(DecimalSign sign, string amount, string expected) =>
        (await Mapped.OneAsync(Header + Row("F/1", amount), mapping: new DataMapping { DecimalSign = sign })).Fa("P_13_1").ShouldBe(expected);

    [Theory]
    [InlineData("02/01/2026")]
    [InlineData("2026-13-01")]
    [InlineData("1 stycznia 2026")]
    [InlineData("26-01-02")]
    [InlineData("01.2026")]
    [InlineData("45000")]
    [InlineData("2026-10-05 14:30:00")]
    public async Task MapAsync_DateThatCannotBeRead_IsTold(string date) => (await Mapped.CodesAsync(Header + Row("F/1", date: date))).ShouldBe(["KSF-1513"]);

    [Theory]
    [InlineData("05.10.2026")]
    [InlineData("5.10.2026 r.")]
    [InlineData("2026-10-05 00:00:00")]
    [InlineData("20261005")]
    public async Task MapAsync_DateInAnyUsualForm_IsRead(string date) => (await Mapped.OneAsync(Header + Row("F/1", date: date))).Fa("P_1").ShouldBe("2026-10-05");

    [Fact]
    public async Task MapAsync_RowOfAnotherLength_StopsItsInvoiceOnly()
    {
        var mapped = await Mapped.TextAsync(Header + Row("F/1") + Row("F/2") + "F/2;2026-10-05;2222222222;A;Nazwa; ze średnikiem;10;23;PLN\n" + Row("F/3"));

        mapped.Select(invoice => (invoice.Number, invoice.IsAccepted)).ShouldBe([("F/1", true), ("F/2", false), ("F/3", true)]);
        var finding = mapped[1].Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Place.Row).ShouldBe(("KSF-1593", 4));
    }

    [Fact]
    public async Task MapAsync_OpenQuotationMark_StopsTheInvoiceAndTellsThatTheRestIsLost()
    {
        var mapped = await Mapped.TextAsync(Header + Row("F/1") + Row("F/2") + "F/2;2026-10-05;2222222222;\"Otwarty;B;1;23;PLN\n" + Row("F/3"));

        mapped.Where(invoice => invoice.IsAccepted).Select(invoice => invoice.Number).ShouldBe(["F/1"]);
        mapped.SelectMany(invoice => invoice.Findings).ShouldAllBe(finding => finding.Code == "KSF-1594" && finding.Place.Row == 4);
    }

    [Fact]
    public async Task MapAsync_QuotationMarkClosedInALaterRow_IsNotTakenForOneField()
    {
        var mapped = await Mapped.TextAsync(Header + "F/1;2026-10-05;2222222222;\"Otwarty;B;1;23;PLN\nF/1;2026-10-05;2222222222;zamknięty\";B;100;23;PLN\n" + Row("F/3"));

        mapped.Where(invoice => invoice.IsAccepted).Select(invoice => invoice.Number).ShouldBe(["F/3"]);
    }

    [Fact]
    public async Task MapAsync_LineWithoutInvoice_StopsItsNeighbours()
    {
        var mapped = await Mapped.TextAsync(Header + Row("F/1") + Row("") + Row("F/2") + Row("F/3"));

        mapped.Select(invoice => (invoice.Number, invoice.IsAccepted)).ShouldBe([("F/1", false), ("F/2", false), ("F/3", true)]);
        mapped[0].Findings.ShouldHaveSingleItem().Code.ShouldBe("KSF-1546");
        mapped[1].Findings.ShouldHaveSingleItem().Code.ShouldBe("KSF-1546");
    }

    [Fact]
    public async Task MapAsync_RowsOfAnInvoiceApart_StopIt()
    {
        var mapped = await Mapped.TextAsync(Header + Row("F/1") + Row("F/2") + Row("F/1"));

        mapped.Select(invoice => (invoice.Number, invoice.IsAccepted)).ShouldBe([("F/1", false), ("F/2", true), ("F/1", false)]);
    }

    [Fact]
    public async Task MapAsync_MixedCurrencies_AreTold()
    {
        var finding = (await Mapped.TextAsync(Header + Row("F/1") + Row("F/1").Replace("PLN", "EUR", StringComparison.Ordinal))).ShouldHaveSingleItem().Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Place.Row, finding.Value).ShouldBe(("KSF-1544", 3, "EUR"));
    }

    [Fact]
    public async Task MapAsync_ManyMistakes_AreToldAtOnce() =>
        (await Mapped.CodesAsync(Header + "F/1;wczoraj;123;A;B;sto;99;złote\n")).ShouldBe(["KSF-1522", "KSF-1513", "KSF-1518", "KSF-1524", "KSF-1510"], ignoreOrder: true);

    private static string Row(string number, string amount = "10,00", string date = "2026-10-05") => $"{number};{date};2222222222;Odbiorca;Towar;{amount};23;PLN\n";
}
