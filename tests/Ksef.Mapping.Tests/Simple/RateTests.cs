namespace Ksef.Mapping.Tests.Simple;

/// <summary>Every rate, where its lines are summed up, and the marks that follow from it.</summary>
public sealed class RateTests
{
    private static readonly CompanyProfile Exempt = Mapped.Profile with { ExemptionAct = "art. 113 ust. 1 ustawy o VAT" };

    [Theory]
    [InlineData("23", "23", "P_13_1", "P_14_1", "23.00")]
    [InlineData("22 %", "22", "P_13_1", "P_14_1", "22.00")]
    [InlineData("8", "8", "P_13_2", "P_14_2", "8.00")]
    [InlineData("7%", "7", "P_13_2", "P_14_2", "7.00")]
    [InlineData("0,05", "5", "P_13_3", "P_14_3", "5.00")]
    [InlineData("4", "4", "P_13_4", "P_14_4", "4.00")]
    [InlineData("3.00", "3", "P_13_4", "P_14_4", "3.00")]
    [InlineData("0 KR", "0 KR", "P_13_6_1", null, null)]
    [InlineData("WDT", "0 WDT", "P_13_6_2", null, null)]
    [InlineData("0 ex", "0 EX", "P_13_6_3", null, null)]
    [InlineData("ZW.", "zw", "P_13_7", null, null)]
    [InlineData("np I", "np I", "P_13_8", null, null)]
    [InlineData("NP II", "np II", "P_13_9", null, null)]
    [InlineData("oo", "oo", "P_13_10", null, null)]
    public async Task MapAsync_Rate_IsSummedUpInItsField(string written, string code, string net, string? taxField, string? tax)
    {
        var invoice = await Mapped.OneAsync(Line(written), Exempt);

        invoice.Fa("FaWiersz/P_12").ShouldBe(code);
        invoice.Fa(net).ShouldBe("100.00");
        if (taxField is not null)
        {
            invoice.Fa(taxField).ShouldBe(tax);
        }
    }

    [Fact]
    public async Task MapAsync_ReverseCharge_IsMarked() => (await Mapped.OneAsync(Line("oo"))).Fa("Adnotacje/P_18").ShouldBe("1");

    [Fact]
    public async Task MapAsync_SupplyToTheEu_NamesTheSellerWithPl()
    {
        var invoice = await Mapped.OneAsync("""
            { "numer": "F/1", "data_wystawienia": "2026-10-05", "nabywca": { "numer_podatkowy": "DE 123456789", "nazwa": "Käufer GmbH", "adres_1": "Berlin" },
              "waluta": "EUR", "pozycje": [ { "nazwa": "Towar", "ilosc": 1, "cena_netto": 100, "stawka_vat": "0", "jednostka": "szt." } ], "rodzaj_transakcji": "wdt" }
            """);

        invoice.At("Podmiot1/PrefiksPodatnika").ShouldBe("PL");
        invoice.At("Podmiot2/DaneIdentyfikacyjne/KodUE").ShouldBe("DE");
        invoice.At("Podmiot2/DaneIdentyfikacyjne/NrVatUE").ShouldBe("123456789");
        invoice.At("Podmiot2/Adres/KodKraju").ShouldBe("DE");
        invoice.Fa("P_13_6_2").ShouldBe("100.00");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("np")]
    [InlineData("0%")]
    public async Task MapAsync_BareRateOfWhichNothingIsKnown_IsRefused(string rate) =>
        (await Mapped.CodesAsync(Line(rate))).ShouldBe(["KSF-1536"]);

    [Fact]
    public async Task MapAsync_BareRate_IsTakenFromTheProfile() =>
        (await Mapped.OneAsync(Line("0"), Mapped.Profile with { ZeroRate = "0 KR" })).Fa("P_13_6_1").ShouldBe("100.00");

    [Theory]
    [InlineData("19")]
    [InlineData("dwadzieścia trzy")]
    [InlineData("2,3")]
    [InlineData("-23")]
    public async Task MapAsync_UnknownRate_IsRefused(string rate) => (await Mapped.CodesAsync(Line(rate))).ShouldBe(["KSF-1524"]);

    [Fact]
    public async Task MapAsync_ExemptWithoutBasis_IsRefused() => (await Mapped.CodesAsync(Line("zw"))).ShouldBe(["KSF-1537"]);

    [Fact]
    public async Task MapAsync_ExemptWithBasis_NamesIt() => (await Mapped.OneAsync(Line("zw"), Exempt)).Fa("Adnotacje/Zwolnienie/P_19A").ShouldBe("art. 113 ust. 1 ustawy o VAT");

    [Fact]
    public async Task MapAsync_Oss_HasTheForeignRate()
    {
        var invoice = await Mapped.OneAsync(SimpleJson.Invoice("""
            "pozycje": [ { "nazwa": "Towar", "ilosc": 1, "jednostka": "szt.", "cena_netto": 100, "stawka_oss": 19, "procedura": "WSTO_EE" } ]
            """));

        invoice.Fa("P_13_5").ShouldBe("100.00");
        invoice.Fa("P_14_5").ShouldBe("19.00");
        invoice.Fa("FaWiersz/P_12_XII").ShouldBe("19");
        invoice.Fa("FaWiersz/P_12").ShouldBeNull();
    }

    [Fact]
    public async Task MapAsync_Margin_HasNoRateAndOneTotal()
    {
        var invoice = await Mapped.OneAsync(SimpleJson.Invoice("""
            "marza": "towary używane", "pozycje": [ { "nazwa": "Samochód używany", "ilosc": 1, "jednostka": "szt.", "cena_brutto": "25000,00" } ]
            """));

        invoice.Fa("P_13_11").ShouldBe("25000.00");
        invoice.Fa("P_15").ShouldBe("25000.00");
        invoice.Fa("Adnotacje/PMarzy/P_PMarzy_3_1").ShouldBe("1");
        invoice.Fa("FaWiersz/P_12").ShouldBeNull();
    }

    private static string Line(string rate) => SimpleJson.Invoice($$"""
        "pozycje": [ { "nazwa": "Towar", "ilosc": 1, "jednostka": "szt.", "cena_netto": 100, "stawka_vat": "{{rate}}" } ]
        """);
}
