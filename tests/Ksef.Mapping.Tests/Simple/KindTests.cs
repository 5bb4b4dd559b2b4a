namespace Ksef.Mapping.Tests.Simple;

/// <summary>Corrections, advances, settlements, simplified invoices.</summary>
public sealed class KindTests
{
    private const string KsefNumber = "1111111111-20260105-0123456789AB-C1";

    [Fact]
    public async Task MapAsync_CorrectionByDifferences_IsTheirSum()
    {
        var invoice = await Mapped.OneAsync(SimpleJson.Invoice("""
            "rodzaj": "KOR", "przyczyna_korekty": "zwrot", "typ_korekty": 2, "korygowana_numer": "F/0", "korygowana_data": "2026-01-05",
            "pozycje": [ { "nazwa": "Towar", "ilosc": -2, "jednostka": "szt.", "cena_netto": 10, "stawka_vat": 23 } ]
            """));

        invoice.Fa("P_13_1").ShouldBe("-20.00");
        invoice.Fa("P_15").ShouldBe("-24.60");
        invoice.Fa("DaneFaKorygowanej/NrFaKorygowanej").ShouldBe("F/0");
        invoice.Fa("DaneFaKorygowanej/NrKSeFN").ShouldBe("1");
    }

    [Fact]
    public async Task MapAsync_CorrectionByStates_IsTheirDifference()
    {
        var invoice = await Mapped.OneAsync(SimpleJson.Invoice($$"""
            "rodzaj": "korekta", "korygowane": [ { "numer": "F/0", "data": "2026-01-05", "numer_ksef": "{{KsefNumber}}" } ],
            "pozycje": [ { "nazwa": "Towar", "ilosc": 5, "jednostka": "szt.", "cena_netto": 10, "stawka_vat": 23, "przed_korekta": true },
                         { "nazwa": "Towar", "ilosc": 3, "jednostka": "szt.", "cena_netto": 10, "stawka_vat": 23 } ]
            """));

        invoice.Fa("P_13_1").ShouldBe("-20.00");
        invoice.Fa("FaWiersz/StanPrzed").ShouldBe("1");
        invoice.Element(Mapped.Fa3 + "Fa")!.Elements(Mapped.Fa3 + "FaWiersz").Select(line => line.At("NrWierszaFa")).ShouldBe(["1", "1"]);
        invoice.Fa("DaneFaKorygowanej/NrKSeFFaKorygowanej").ShouldBe(KsefNumber);
    }

    [Theory]
    [InlineData("stany", new string[0])]
    [InlineData("roznice", new[] { "KSF-1516" })]
    [InlineData("storno", new[] { "KSF-1516" })]
    public async Task MapAsync_MannerOfACorrection_IsThatOfItsLines(string manner, string[] codes) =>
        (await Mapped.TextAsync(SimpleJson.Invoice($$"""
            "rodzaj": "KOR", "sposob_korekty": "{{manner}}", "korygowane": [ { "numer": "F/0", "data": "2026-01-05" } ],
            "pozycje": [ { "nazwa": "Towar", "ilosc": 5, "jednostka": "szt.", "cena_netto": 10, "stawka_vat": 23, "przed_korekta": true },
                         { "nazwa": "Towar", "ilosc": 3, "jednostka": "szt.", "cena_netto": 10, "stawka_vat": 23 } ]
            """))).ShouldHaveSingleItem().Findings.Select(finding => finding.Code).ShouldBe(codes);

    [Fact]
    public async Task MapAsync_CorrectionOfNothing_IsRefused() => (await Mapped.CodesAsync(SimpleJson.OneLine("\"rodzaj\": \"KOR\""))).ShouldBe(["KSF-1538"]);

    [Fact]
    public async Task MapAsync_CorrectionOfAnUnknownInvoice_AsksForDateAndKsefNumber() =>
        (await Mapped.CodesAsync(SimpleJson.OneLine("\"rodzaj\": \"KOR\", \"korygowana_numer\": \"F/0\""))).ShouldBe(["KSF-1539", "KSF-1540"]);

    [Fact]
    public async Task MapAsync_CorrectionOfASentInvoice_KnowsItsDateAndKsefNumber()
    {
        var context = Mapped.Context() with { Issued = new OneIssued(new IssuedInvoice("F/0", new DateOnly(2026, 9, 1), KsefNumber)) };
        var mapped = (await Mapped.BytesAsync(System.Text.Encoding.UTF8.GetBytes(SimpleJson.OneLine("\"rodzaj\": \"KOR\", \"korygowana_numer\": \"F/0\"")), context)).ShouldHaveSingleItem();

        Mapped.Root(mapped).Fa("DaneFaKorygowanej/DataWystFaKorygowanej").ShouldBe("2026-09-01");
        Mapped.Root(mapped).Fa("DaneFaKorygowanej/NrKSeFFaKorygowanej").ShouldBe(KsefNumber);
    }

    [Fact]
    public async Task MapAsync_Advance_DividesThePaymentAmongTheRates()
    {
        var invoice = await Mapped.OneAsync(SimpleJson.Invoice("""
            "rodzaj": "ZAL", "data_sprzedazy": "2026-10-04", "suma_brutto": 1000, "zaplacono": true, "data_zaplaty": "2026-10-04", "forma_platnosci": "przelew",
            "pozycje": [ { "nazwa": "Meble", "ilosc": 1, "jednostka": "kpl.", "cena_netto": 1000, "stawka_vat": 23 },
                         { "nazwa": "Montaż", "ilosc": 1, "jednostka": "szt.", "cena_netto": 1000, "stawka_vat": 8 } ]
            """));

        // Of an order of 1230 + 1080 the advance of 1000 is 532.47 + 467.53.
        invoice.Fa("P_13_1").ShouldBe("432.90");
        invoice.Fa("P_14_1").ShouldBe("99.57");
        invoice.Fa("P_13_2").ShouldBe("432.90");
        invoice.Fa("P_14_2").ShouldBe("34.63");
        invoice.Fa("P_15").ShouldBe("1000.00");
        invoice.Fa("Zamowienie/WartoscZamowienia").ShouldBe("2310.00");
        invoice.Fa("Zamowienie/ZamowienieWiersz/P_11VatZ").ShouldBe("230.00");
        invoice.Fa("FaWiersz").ShouldBeNull();
    }

    [Fact]
    public async Task MapAsync_AdvanceWithoutAmount_IsRefused() => (await Mapped.CodesAsync(SimpleJson.OneLine("\"rodzaj\": \"ZAL\""))).ShouldBe(["KSF-1541"]);

    [Fact]
    public async Task MapAsync_Settlement_TaxesWhatTheAdvancesHaveNot()
    {
        var invoice = await Mapped.OneAsync(SimpleJson.Invoice($$"""
            "rodzaj": "ROZ", "zaliczki": [ { "numer_ksef": "{{KsefNumber}}", "stawka": "23", "brutto": 532.47 }, { "numer_ksef": "{{KsefNumber}}", "stawka": "8", "brutto": 467.53 } ],
            "pozycje": [ { "nazwa": "Meble", "ilosc": 1, "jednostka": "kpl.", "cena_netto": 1000, "stawka_vat": 23 },
                         { "nazwa": "Montaż", "ilosc": 1, "jednostka": "szt.", "cena_netto": 1000, "stawka_vat": 8 } ]
            """));

        invoice.Fa("P_13_1").ShouldBe("567.10");
        invoice.Fa("P_14_1").ShouldBe("130.43");
        invoice.Fa("P_13_2").ShouldBe("567.10");
        invoice.Fa("P_14_2").ShouldBe("45.37");
        invoice.Fa("P_15").ShouldBe("1310.00");
        invoice.Element(Mapped.Fa3 + "Fa")!.Elements(Mapped.Fa3 + "FakturaZaliczkowa").Count().ShouldBe(1);
    }

    [Fact]
    public async Task MapAsync_SettlementOfOneAdvance_IsReckonedFromWhatIsLeft() =>
        (await Mapped.OneAsync(SimpleJson.OneLine($$"""
            "rodzaj": "ROZ", "suma_brutto": 23.00, "zaliczki": [ { "numer_ksef": "{{KsefNumber}}" } ]
            """))).Fa("P_14_1").ShouldBe("4.30");

    [Fact]
    public async Task MapAsync_SettlementOfUnknownAmounts_IsRefused() =>
        (await Mapped.CodesAsync(SimpleJson.OneLine($$"""
            "rodzaj": "ROZ", "zaliczki": [ { "numer_ksef": "{{KsefNumber}}" } ]
            """))).ShouldBe(["KSF-1542"]);

    [Fact]
    public async Task MapAsync_CorrectionOfAnAdvance_HasTheOrderBeforeAndAfter()
    {
        var invoice = await Mapped.OneAsync(SimpleJson.Invoice($$"""
            "rodzaj": "KOR_ZAL", "korygowana_numer": "Z/1", "korygowana_data": "2026-01-05", "korygowana_numer_ksef": "{{KsefNumber}}", "suma_brutto": -123, "zaliczka_przed_korekta": 1230,
            "pozycje": [ { "nazwa": "Meble", "ilosc": 2, "jednostka": "kpl.", "cena_netto": 1000, "stawka_vat": 23, "przed_korekta": "tak" },
                         { "nazwa": "Meble", "ilosc": 1, "jednostka": "kpl.", "cena_netto": 1000, "stawka_vat": 23 } ]
            """));

        invoice.Fa("P_15").ShouldBe("-123.00");
        invoice.Fa("P_13_1").ShouldBe("-100.00");
        invoice.Fa("P_15ZK").ShouldBe("1230.00");
        invoice.Fa("Zamowienie/WartoscZamowienia").ShouldBe("1230.00");
        invoice.Fa("Zamowienie/ZamowienieWiersz/StanPrzedZ").ShouldBe("1");
    }

    [Fact]
    public async Task MapAsync_CorrectionOfASettlement_IsADifference() =>
        (await Mapped.OneAsync(SimpleJson.Invoice($$"""
            "rodzaj": "KOR_ROZ", "korygowana_numer": "R/1", "korygowana_data": "2026-01-05", "korygowana_numer_ksef": "{{KsefNumber}}",
            "pozycje": [ { "nazwa": "Meble", "ilosc": -1, "jednostka": "kpl.", "cena_netto": 100, "stawka_vat": 23 } ]
            """))).Fa("P_15").ShouldBe("-123.00");

    [Fact]
    public async Task MapAsync_CorrectionOfAnOrderAlone_ShowsNoSums()
    {
        var invoice = await Mapped.OneAsync(SimpleJson.Invoice($$"""
            "rodzaj": "KOR_ZAL", "korygowana_numer": "Z/1", "korygowana_data": "2026-01-05", "korygowana_numer_ksef": "{{KsefNumber}}", "suma_brutto": 0, "zaliczka_przed_korekta": 1230,
            "pozycje": [ { "nazwa": "Meble", "ilosc": 2, "jednostka": "kpl.", "cena_netto": 1000, "stawka_vat": 23, "przed_korekta": "tak" },
                         { "nazwa": "Meble", "ilosc": 1, "jednostka": "kpl.", "cena_netto": 1000, "stawka_vat": 23 } ]
            """));

        invoice.Fa("P_13_1").ShouldBeNull();
        invoice.Fa("P_15").ShouldBe("0.00");
    }

    [Theory]
    [InlineData(10, 18, true)]
    [InlineData(11, 18, false)]
    [InlineData(10, 17, false)]
    public async Task MapAsync_CorrectionOfWhatASettlementLeft_NeedsTheSameSaleAndRightTax(int priceAfter, int tax, bool accepted)
    {
        var mapped = await Mapped.TextAsync(SimpleJson.Invoice($$"""
            "rodzaj": "KOR_ROZ", "korygowana_numer": "R/1", "korygowana_data": "2026-01-05", "korygowana_numer_ksef": "{{KsefNumber}}", "netto_podstawowa": 80, "vat_podstawowa": {{tax}}.4, "suma_brutto": {{80 + tax}}.4,
            "pozycje": [ { "nazwa": "Meble", "ilosc": 10, "jednostka": "kpl.", "cena_netto": 10, "stawka_vat": 23, "przed_korekta": "tak" },
                         { "nazwa": "Meble", "ilosc": 10, "jednostka": "kpl.", "cena_netto": {{priceAfter}}, "stawka_vat": 23 } ]
            """));

        mapped.ShouldHaveSingleItem().IsAccepted.ShouldBe(accepted);
    }

    [Fact]
    public async Task MapAsync_Simplified_NeedsNoNameOfTheBuyer()
    {
        var invoice = await Mapped.OneAsync("""
            { "numer": "F/1", "data_wystawienia": "2026-10-05", "rodzaj": "uproszczona", "nabywca": { "nip": "2222222222" },
              "pozycje": [ { "nazwa": "Paliwo", "ilosc": 10, "jednostka": "l", "cena_brutto": 6.5, "stawka_vat": 23 } ] }
            """);

        invoice.Fa("RodzajFaktury").ShouldBe("UPR");
        invoice.At("Podmiot2/DaneIdentyfikacyjne/Nazwa").ShouldBeNull();
    }

    private sealed class OneIssued(IssuedInvoice invoice) : IIssuedInvoices
    {
        public ValueTask<IssuedInvoice?> FindAsync(string number, DateOnly? issueDate, CancellationToken cancellationToken) =>
            ValueTask.FromResult(number == invoice.Number ? invoice : null);
    }
}
