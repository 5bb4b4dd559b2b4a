namespace Ksef.Mapping.Tests.Simple;

/// <summary>Buyers of every sort, and third parties.</summary>
public sealed class PartyTests
{
    [Theory]
    [InlineData("222-222-22-22")]
    [InlineData("PL2222222222")]
    [InlineData("PL 222 222 22 22")]
    public async Task MapAsync_NipInAnyForm_IsTenDigits(string nip) =>
        (await Mapped.OneAsync(Buyer($$"""{ "nip": "{{nip}}", "nazwa": "Odbiorca", "adres_1": "Warszawa" }"""))).At("Podmiot2/DaneIdentyfikacyjne/NIP").ShouldBe("2222222222");

    [Theory]
    [InlineData("2222222223")]
    [InlineData("222222222")]
    [InlineData("22222222222")]
    [InlineData("brak")]
    public async Task MapAsync_WrongNip_IsRefused(string nip) =>
        (await Mapped.CodesAsync(Buyer($$"""{ "nip": "{{nip}}", "nazwa": "Odbiorca" }"""))).ShouldBe(["KSF-1518"]);

    [Theory]
    [InlineData("\"0123456789\"")]
    [InlineData("123456789")]
    public async Task MapAsync_NipWithZeroInFront_IsRefusedAsTheSchemaRefusesIt(string nip) =>
        (await Mapped.CodesAsync(Buyer($$"""{ "nip": {{nip}}, "nazwa": "Odbiorca", "adres_1": "Warszawa" }"""))).ShouldBe(["KSF-1518"]);

    [Theory]
    [InlineData("ATU12345678", "AT", "U12345678", "AT")]
    [InlineData("EL123456789", "EL", "123456789", "GR")]
    [InlineData("GR 123456789", "EL", "123456789", "GR")]
    [InlineData("fr-ab123456789", "FR", "AB123456789", "FR")]
    public async Task MapAsync_EuNumber_IsDividedIntoCountryAndNumber(string number, string country, string rest, string address)
    {
        foreach (var field in new[] { "numer_podatkowy", "nr_vat_ue" })
        {
            var invoice = await Mapped.OneAsync(Buyer($$"""{ "{{field}}": "{{number}}", "nazwa": "Buyer", "adres_1": "Street 1" }"""));

            invoice.At("Podmiot2/DaneIdentyfikacyjne/KodUE").ShouldBe(country);
            invoice.At("Podmiot2/DaneIdentyfikacyjne/NrVatUE").ShouldBe(rest);
            invoice.At("Podmiot2/Adres/KodKraju").ShouldBe(address);
        }
    }

    [Fact]
    public async Task MapAsync_PolishNumberAsEuNumber_IsANip() =>
        (await Mapped.OneAsync(Buyer("""{ "nr_vat_ue": "PL2222222222", "nazwa": "Odbiorca", "adres_1": "Warszawa" }"""))).At("Podmiot2/DaneIdentyfikacyjne/NIP").ShouldBe("2222222222");

    [Fact]
    public async Task MapAsync_NumberOutsideTheEu_NeedsItsCountry()
    {
        var invoice = await Mapped.OneAsync(Buyer("""{ "numer_podatkowy": "CHE-123.456.789", "kraj": "CH", "nazwa": "Käufer AG", "adres_1": "Zürich" }"""));

        invoice.At("Podmiot2/DaneIdentyfikacyjne/NrID").ShouldBe("CHE123456789");
        invoice.At("Podmiot2/DaneIdentyfikacyjne/KodKraju").ShouldBe("CH");
    }

    [Fact]
    public async Task MapAsync_Consumer_HasNoNumber() =>
        (await Mapped.OneAsync(Buyer("""{ "bez_numeru": true, "nazwa": "Jan Zmyślony", "ulica": "ul. Cicha 5", "kod_pocztowy": "00-950", "miejscowosc": "Warszawa" }""")))
            .At("Podmiot2/DaneIdentyfikacyjne/BrakID").ShouldBe("1");

    [Fact]
    public async Task MapAsync_BuyerOfWhomNothingIsSaid_IsAConsumerWithAWarning()
    {
        var mapped = (await Mapped.TextAsync(Buyer("""{ "nazwa": "Jan Zmyślony", "adres_1": "Warszawa" }"""))).ShouldHaveSingleItem();

        mapped.IsAccepted.ShouldBeTrue();
        mapped.Findings.ShouldHaveSingleItem().Code.ShouldBe("KSF-1547");
    }

    [Fact]
    public async Task MapAsync_AddressInParts_IsTwoLines()
    {
        var invoice = await Mapped.OneAsync(Buyer("""{ "nip": "2222222222", "nazwa": "Odbiorca", "ulica": "ul. Cicha 5", "kod_pocztowy": "00-950", "miejscowosc": "Warszawa", "email": "a@example.org" }"""));

        invoice.At("Podmiot2/Adres/AdresL1").ShouldBe("ul. Cicha 5");
        invoice.At("Podmiot2/Adres/AdresL2").ShouldBe("00-950 Warszawa");
        invoice.At("Podmiot2/DaneKontaktowe/Email").ShouldBe("a@example.org");
    }

    [Fact]
    public async Task MapAsync_UnitOfALocalGovernment_IsTheRecipient()
    {
        var invoice = await Mapped.OneAsync(SimpleJson.OneLine("""
            "jst": "tak", "podmioty": [ { "rola": "jst odbiorca", "nip": "5555555555", "nazwa": "Szkoła nr 1", "adres_1": "Olsztyn" }, { "rola": "kurier", "nazwa": "Kurier", "adres_1": "Olsztyn" } ]
            """));

        invoice.At("Podmiot2/JST").ShouldBe("1");
        invoice.At("Podmiot2/GV").ShouldBe("2");
        invoice.At("Podmiot3/Rola").ShouldBe("8");
        invoice.At("Podmiot3/OpisRoli").ShouldBe("kurier");
    }

    [Fact]
    public async Task MapAsync_ThirdParty_HasItsContact()
    {
        var invoice = await Mapped.OneAsync(SimpleJson.OneLine("""
            "podmioty": [ { "rola": "odbiorca", "nazwa": "Magazyn", "adres_1": "Olsztyn", "email": "magazyn@example.org", "telefon": "895550800" } ]
            """));

        invoice.At("Podmiot3/DaneKontaktowe/Email").ShouldBe("magazyn@example.org");
        invoice.At("Podmiot3/DaneKontaktowe/Telefon").ShouldBe("895550800");
    }

    [Fact]
    public async Task MapAsync_CorrectionOfTheBuyer_ShowsItAsItWas()
    {
        var invoice = await Mapped.OneAsync(SimpleJson.Invoice("""
            "rodzaj": "KOR", "korygowana_numer": "F/0", "korygowana_data": "2026-01-05", "suma_brutto": 0,
            "podmioty": [ { "rola": "nabywca przed korektą", "nip": "2222222222", "nazwa": "Odbiorca sp. j.", "adres_1": "ul. Dawna 1, 00-001 Warszawa" } ]
            """));

        invoice.Fa("P_15").ShouldBe("0.00");
        invoice.Fa("Podmiot2K/DaneIdentyfikacyjne/Nazwa").ShouldBe("Odbiorca sp. j.");
        invoice.At("Podmiot3").ShouldBeNull();
        invoice.Fa("FaWiersz").ShouldBeNull();
    }

    [Fact]
    public async Task MapAsync_BuyerBeforeWhatIsNoCorrection_IsRefused() =>
        (await Mapped.CodesAsync(SimpleJson.OneLine("\"podmioty\": [ { \"rola\": \"buyer before correction\", \"nip\": \"2222222222\", \"nazwa\": \"Odbiorca\" } ]"))).ShouldBe(["KSF-1516"]);

    [Theory]
    [InlineData("")]
    [InlineData(", \"samofakturowanie\": true")]
    public async Task MapAsync_SellerOfAnotherCompany_IsRefused(string members) =>
        (await Mapped.CodesAsync(SimpleJson.OneLine("\"sprzedawca_nip\": \"3333333333\"" + members))).ShouldBe(["KSF-1530"]);

    [Fact]
    public async Task MapAsync_ProfileWithoutSeller_SaysSo()
    {
        var finding = (await Mapped.TextAsync(SimpleJson.OneLine("\"uwagi\": \"x\""), Mapped.Profile with { Name = null })).ShouldHaveSingleItem().Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe("KSF-1507");
        finding.Place.ShouldBe(new DataPlace("company.json", null, null, "name"));
    }

    private static string Buyer(string buyer) => $$"""
        { "numer": "F/1", "data_wystawienia": "2026-10-05", "nabywca": {{buyer}}, "pozycje": [ { "nazwa": "Towar", "ilosc": 1, "jednostka": "szt.", "cena_netto": 100, "stawka_vat": "23" } ] }
        """;
}
