namespace Ksef.Mapping.Tests.Simple;

/// <summary>Payment, settlement, and what the company's profile says of both.</summary>
public sealed class PaymentTests
{
    private const string Account = "61109010140000071219812874";

    private static readonly CompanyProfile Usual = Mapped.Profile with
    {
        PaymentForm = "przelew",
        PaymentDays = 14,
        Accounts = new Dictionary<string, BankAccount> { ["PLN"] = new(Account, BankName: "Bank"), ["EUR"] = new("DE89370400440532013000", "COBADEFF") },
    };

    [Fact]
    public async Task MapAsync_FileThatSaysNothing_IsPaidAsTheProfileSays()
    {
        var invoice = await Mapped.OneAsync(SimpleJson.OneLine("\"uwagi\": \"dziękujemy\""), Usual);

        invoice.Fa("Platnosc/FormaPlatnosci").ShouldBe("6");
        invoice.Fa("Platnosc/TerminPlatnosci/Termin").ShouldBe("2026-10-19");
        invoice.Fa("Platnosc/RachunekBankowy/NrRB").ShouldBe(Account);
        invoice.Fa("DodatkowyOpis/Wartosc").ShouldBe("dziękujemy");
    }

    [Fact]
    public async Task MapAsync_OtherCurrency_TakesTheAccountOfIt() =>
        (await Mapped.OneAsync(SimpleJson.OneLine("\"waluta\": \"EUR\", \"kurs_waluty\": 4"), Usual)).Fa("Platnosc/RachunekBankowy/NrRB").ShouldBe("DE89370400440532013000");

    [Fact]
    public async Task MapAsync_PaidInCash_NeedsNoAccount()
    {
        var invoice = await Mapped.OneAsync(SimpleJson.OneLine("\"forma_platnosci\": \"gotówka\", \"zaplacono\": \"tak\", \"data_zaplaty\": \"05.10.2026\""), Usual);

        invoice.Fa("Platnosc/Zaplacono").ShouldBe("1");
        invoice.Fa("Platnosc/DataZaplaty").ShouldBe("2026-10-05");
        invoice.Fa("Platnosc/TerminPlatnosci").ShouldBeNull();
        invoice.Fa("Platnosc/RachunekBankowy").ShouldBeNull();
    }

    [Theory]
    [InlineData("133", new string[0])]
    [InlineData("123", new[] { "KSF-1534" })]
    public async Task MapAsync_AmountToPay_IsComparedWithChargesAndDeductions(string amount, string[] codes) =>
        (await Mapped.TextAsync(SimpleJson.OneLine($"\"obciazenie_kwota\": 10, \"obciazenie_powod\": \"kaucja\", \"do_zaplaty\": {amount}"))).ShouldHaveSingleItem()
            .Findings.Select(finding => finding.Code).ShouldBe(codes);

    [Fact]
    public async Task MapAsync_PaidInPart_ShowsThePart()
    {
        var invoice = await Mapped.OneAsync(SimpleJson.OneLine("\"kwota_zaplacona\": \"50,00 zł\", \"data_zaplaty\": \"2026-10-05\""), Usual);

        invoice.Fa("Platnosc/ZnacznikZaplatyCzesciowej").ShouldBe("1");
        invoice.Fa("Platnosc/ZaplataCzesciowa/KwotaZaplatyCzesciowej").ShouldBe("50.00");
    }

    [Fact]
    public async Task MapAsync_OtherFormOfPayment_IsDescribed()
    {
        var invoice = await Mapped.OneAsync(SimpleJson.OneLine("\"forma_platnosci\": \"kompensata\""));

        invoice.Fa("Platnosc/PlatnoscInna").ShouldBe("1");
        invoice.Fa("Platnosc/OpisPlatnosci").ShouldBe("kompensata");
    }

    [Theory]
    [InlineData("61 1090 1014 0000 0712 1981 2874")]
    [InlineData("PL61109010140000071219812874")]
    public async Task MapAsync_AccountInAnyForm_Is26Digits(string account) =>
        (await Mapped.OneAsync(SimpleJson.OneLine($"\"rachunek_bankowy\": \"{account}\""))).Fa("Platnosc/RachunekBankowy/NrRB").ShouldBe(Account);

    [Theory]
    [InlineData("\"61109010140000071219812875\"")]
    [InlineData("\"61109010140000100000000000\"")]
    [InlineData("61109010140000071219812874")]
    [InlineData("\"6110901014\"")]
    [InlineData("\"6,11E+25\"")]
    public async Task MapAsync_AccountThatCannotBeRight_IsRefused(string account) =>
        (await Mapped.CodesAsync(SimpleJson.OneLine($"\"rachunek_bankowy\": {account}"))).ShouldBe(["KSF-1520"]);

    [Fact]
    public async Task MapAsync_Packaging_IsSettledOutsideTheTax()
    {
        var invoice = await Mapped.OneAsync(SimpleJson.OneLine("\"obciazenia\": [ { \"kwota\": 26.25, \"powod\": \"opakowania zwrotne\" } ], \"odliczenia\": [ { \"kwota\": 6.25, \"powod\": \"zwrot opakowań\" } ]"));

        invoice.Fa("P_15").ShouldBe("123.00");
        invoice.Fa("Rozliczenie/SumaObciazen").ShouldBe("26.25");
        invoice.Fa("Rozliczenie/DoZaplaty").ShouldBe("143.00");
    }

    [Fact]
    public async Task MapAsync_SplitPaymentOrdersAndMarks_AreTold()
    {
        var invoice = await Mapped.OneAsync(SimpleJson.Invoice("""
            "podzielona_platnosc": "tak", "numer_zamowienia": "Z/7", "data_umowy": "2026-01-02", "numer_umowy": "U/1", "numery_wz": "WZ/1; WZ/2", "powiazani": "x", "stopka": "Kapitał 5000 zł",
            "pozycje": [ { "nazwa": "Stal", "ilosc": "1,5", "jednostka": "t", "cena_netto": 100, "stawka_vat": 23, "gtu": "5", "zalacznik_15": "tak", "cn": "7210 41 00", "pkwiu": "24.10", "indeks": "S1", "gtin": "5901234123457" } ]
            """));

        invoice.Fa("Adnotacje/P_18A").ShouldBe("1");
        invoice.Fa("WarunkiTransakcji/Zamowienia/NrZamowienia").ShouldBe("Z/7");
        invoice.Fa("WarunkiTransakcji/Umowy/DataUmowy").ShouldBe("2026-01-02");
        invoice.Element(Mapped.Fa3 + "Fa")!.Elements(Mapped.Fa3 + "WZ").Count().ShouldBe(2);
        invoice.Fa("TP").ShouldBe("1");
        invoice.Fa("FaWiersz/GTU").ShouldBe("GTU_05");
        invoice.Fa("FaWiersz/CN").ShouldBe("72104100");
        invoice.Fa("FaWiersz/P_12_Zal_15").ShouldBe("1");
        invoice.At("Stopka/Informacje/StopkaFaktury").ShouldBe("Kapitał 5000 zł");
    }
}
