namespace Ksef.Mapping.Tests.Simple;

/// <summary>Lines and totals: computed where nothing is stated, compared where something is.</summary>
public sealed class AmountTests
{
    [Fact]
    public async Task MapAsync_TaxByRate_IsTheDefault()
    {
        // Three lines of 0.33: 23 % of 0.99 is 0.23, of each line 0.08.
        var invoice = await Mapped.OneAsync(Lines("", Line("0.33"), Line("0.33"), Line("0.33")));

        invoice.Fa("P_14_1").ShouldBe("0.23");
        invoice.Fa("P_15").ShouldBe("1.22");
    }

    [Fact]
    public async Task MapAsync_StatedTotalByLine_IsTakenAsItIs()
    {
        var mapped = (await Mapped.TextAsync(Lines("\"suma_brutto\": 1.23", Line("0.33"), Line("0.33"), Line("0.33")))).ShouldHaveSingleItem();

        Mapped.Root(mapped).Fa("P_14_1").ShouldBe("0.24");
        mapped.Rounding.ShouldBe(TaxRounding.ByLine);
    }

    [Fact]
    public async Task MapAsync_StatedTotalOfNeitherRounding_IsRefusedWithBothNumbers()
    {
        var finding = (await Mapped.TextAsync(Lines("\"suma_brutto\": \"1,25\"", Line("0.33"), Line("0.33"), Line("0.33")))).ShouldHaveSingleItem().Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe("KSF-1534");
        finding.MessageEn.ShouldContain("1.25");
        finding.MessageEn.ShouldContain("1.22");
        finding.Place.Field.ShouldBe("suma_brutto");
        finding.Value.ShouldBe("1,25");
    }

    [Fact]
    public async Task MapAsync_GrossPrices_HaveTheTaxWithinThem()
    {
        var invoice = await Mapped.OneAsync(SimpleJson.Invoice("""
            "pozycje": [ { "nazwa": "A", "ilosc": 3, "jednostka": "szt.", "cena_brutto": 9.99, "stawka_vat": 23 }, { "nazwa": "B", "ilosc": 1, "jednostka": "szt.", "wartosc_brutto": 10, "stawka_vat": 8 } ]
            """));

        invoice.Fa("P_14_1").ShouldBe("5.60");
        invoice.Fa("P_13_1").ShouldBe("24.37");
        invoice.Fa("P_13_2").ShouldBe("9.26");
        invoice.Fa("P_15").ShouldBe("39.97");
        invoice.Fa("FaWiersz/P_9B").ShouldBe("9.99");
        invoice.Fa("FaWiersz/P_11A").ShouldBe("29.97");
        invoice.Fa("FaWiersz/P_11").ShouldBeNull();
    }

    [Fact]
    public async Task MapAsync_DiscountInPercent_IsTakenOff()
    {
        var invoice = await Mapped.OneAsync(SimpleJson.Invoice("""
            "pozycje": [ { "nazwa": "A", "ilosc": 60, "jednostka": "szt.", "cena_netto": "153,00", "rabat_procent": 3, "stawka_vat": 23 } ]
            """));

        invoice.Fa("FaWiersz/P_10").ShouldBe("275.40");
        invoice.Fa("FaWiersz/P_11").ShouldBe("8904.60");
    }

    [Fact]
    public async Task MapAsync_LineWhoseValueIsNotItsPrice_IsRefusedWithBothNumbers()
    {
        var finding = (await Mapped.TextAsync(SimpleJson.Invoice("""
            "pozycje": [ { "nazwa": "A", "ilosc": 2, "jednostka": "szt.", "cena_netto": 10, "wartosc_netto": 21, "stawka_vat": 23 } ]
            """))).ShouldHaveSingleItem().Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe("KSF-1531");
        finding.Place.Field.ShouldBe("pozycje[0].wartosc_netto");
        finding.MessagePl.ShouldContain("21.00");
        finding.MessagePl.ShouldContain("20.00");
    }

    [Fact]
    public async Task MapAsync_PriceOfTwoDecimals_MayBeRounded()
    {
        // 201 pieces at 0.6468… each: the price was rounded, the value was not reckoned from it.
        var invoice = await Mapped.OneAsync(SimpleJson.Invoice("""
            "pozycje": [ { "nazwa": "A", "ilosc": 201, "jednostka": "szt.", "cena_netto": 0.65, "wartosc_netto": 130.01, "stawka_vat": 23 } ]
            """));

        invoice.Fa("FaWiersz/P_11").ShouldBe("130.01");
    }

    [Fact]
    public async Task MapAsync_LineWithNothingToReckonFrom_IsRefused() => (await Mapped.CodesAsync(SimpleJson.Invoice("""
        "pozycje": [ { "nazwa": "A", "ilosc": 2, "jednostka": "szt.", "stawka_vat": 23 } ]
        """))).ShouldBe(["KSF-1533"]);

    [Fact]
    public async Task MapAsync_NetAndGrossPricesMixed_AreRefused() => (await Mapped.CodesAsync(SimpleJson.Invoice("""
        "pozycje": [ { "nazwa": "A", "ilosc": 2, "cena_netto": 1, "stawka_vat": 23 }, { "nazwa": "B", "ilosc": 2, "cena_brutto": 1, "stawka_vat": 23 } ]
        """))).ShouldBe(["KSF-1548"]);

    [Fact]
    public async Task MapAsync_ForeignCurrency_ShowsTheTaxInZlotys()
    {
        var invoice = await Mapped.OneAsync(SimpleJson.OneLine("\"waluta\": \"EUR\", \"kurs_waluty\": 4.2512"));

        invoice.Fa("P_14_1").ShouldBe("23.00");
        invoice.Fa("P_14_1W").ShouldBe("97.78");
        invoice.Fa("FaWiersz/KursWaluty").ShouldBe("4.2512");
        invoice.Fa("KursWalutyZ").ShouldBeNull();
    }

    [Fact]
    public async Task MapAsync_ForeignCurrencyWithoutRate_IsRefused() => (await Mapped.CodesAsync(SimpleJson.OneLine("\"waluta\": \"EUR\""))).ShouldBe(["KSF-1535"]);

    [Fact]
    public async Task MapAsync_TaxInZlotysStated_NeedsNoRate() =>
        (await Mapped.OneAsync(SimpleJson.OneLine("\"waluta\": \"EUR\", \"vat_pln_podstawowa\": 97.80"))).Fa("P_14_1W").ShouldBe("97.80");

    private static string Line(string net) => $$"""{ "nazwa": "A", "ilosc": 1, "jednostka": "szt.", "cena_netto": {{net}}, "stawka_vat": 23 }""";

    private static string Lines(string members, params string[] lines) =>
        SimpleJson.Invoice($"\"pozycje\": [ {string.Join(", ", lines)} ]" + (members.Length == 0 ? string.Empty : ", " + members));
}
