using static Ksef.Mapping.Tests.Optima.OptimaFile;

namespace Ksef.Mapping.Tests.Optima;

/// <summary>From documents of Comarch Optima to FA(3).</summary>
public sealed class OptimaInvoiceTests
{
    private static readonly string OneLine = Line(1, "Śruba M8", "200.0000", "0.5000", "100.00", "123.00");

    [Fact]
    public async Task Document_OfASale_IsAnInvoiceThatPassesTheCheck()
    {
        var mapped = (await MapAsync(new OptimaFile().Document("FS/1/2026", OneLine))).ShouldHaveSingleItem();

        mapped.Findings.Select(finding => $"{finding.Code} {finding.MessageEn}").ShouldBeEmpty();
        var invoice = Mapped.Root(mapped);
        invoice.Fa("P_2").ShouldBe("FS/1/2026");
        invoice.Fa("P_1").ShouldBe("2026-09-14");
        invoice.Fa("P_6").ShouldBe("2026-09-12");
        invoice.Fa("P_13_1").ShouldBe("100.00");
        invoice.Fa("P_15").ShouldBe("123.00");
        invoice.Fa("FaWiersz/P_7").ShouldBe("Śruba M8");
        invoice.Fa("FaWiersz/P_9A").ShouldBe("0.50");
        invoice.Fa("Platnosc/FormaPlatnosci").ShouldBe("6");
        invoice.Fa("Platnosc/RachunekBankowy/NrRB").ShouldBe("61109010140000071219812874");
        invoice.At("Podmiot2/DaneIdentyfikacyjne/NIP").ShouldBe("2222222222");
        invoice.At("Podmiot2/Adres/AdresL1").ShouldBe("Nieistniejąca 3");
        invoice.At("Podmiot3").ShouldBeNull();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("2")]
    public async Task Rate_AboveZero_IsThatRateWithEitherMark(string flag) =>
        (await MapAsync(new OptimaFile().Document("1", Line(1, "Śruba", "1", "100.00", "100.00", "123.00", flag: flag)))).ShouldHaveSingleItem().IsAccepted.ShouldBeTrue();

    [Theory]
    [InlineData("0.00", "1", "zw")]
    [InlineData("0.00", "3", "oo")]
    [InlineData("0.00", "2", "0 KR")]
    public async Task Rate_OfZero_IsToldByItsMarkOrTheProfile(string rate, string flag, string expected)
    {
        var profile = Mapped.Profile with { ExemptionAct = "art. 43 ust. 1 pkt 29", ZeroRate = "0 KR" };
        var totals = "<LINIA_VAT><NETTO>100.00</NETTO><VAT>0.00</VAT><BRUTTO>100.00</BRUTTO></LINIA_VAT>";
        var mapped = (await MapAsync(new OptimaFile().Document("1", Line(1, "Coś", "1", "100.00", "100.00", "100.00", rate, flag), totals, ""), profile)).ShouldHaveSingleItem();

        mapped.Findings.Where(finding => finding.Severity == Ksef.Invoices.FindingSeverity.Error).Select(finding => finding.MessageEn).ShouldBeEmpty();
        Mapped.Root(mapped).Fa("FaWiersz/P_12").ShouldBe(expected);
    }

    [Theory]
    [InlineData("23.00", "1")]
    [InlineData("9.00", "2")]
    [InlineData("0.00", "7")]
    public async Task Rate_ThatDoesNotSayTheTax_IsAFinding(string rate, string flag) =>
        (await CodesAsync(new OptimaFile().Document("1", Line(1, "Coś", "1", "100.00", "100.00", "123.00", rate, flag)))).ShouldContain("KSF-1587");

    [Fact]
    public async Task Document_InAForeignCurrency_HasItsAmountsAndRate()
    {
        var line = OneLine.Replace("<WARTOSC_NETTO>100.00", "<WARTOSC_NETTO>422.31").Replace("<WARTOSC_BRUTTO>123.00", "<WARTOSC_BRUTTO>519.44");
        var totals = Totals.Replace("</LINIA_VAT>", "<NETTO_WAL>100.00</NETTO_WAL><VAT_WAL>23.00</VAT_WAL><BRUTTO_WAL>123.00</BRUTTO_WAL></LINIA_VAT>").Replace("<NETTO>100.00", "<NETTO>422.31").Replace("<VAT>23.00", "<VAT>97.13").Replace("<BRUTTO>123.00", "<BRUTTO>519.44");
        var file = new OptimaFile().Document("1", line, totals, "<RAZEM_NETTO>422.31</RAZEM_NETTO>", ("<SYMBOL>PLN</SYMBOL><KURS_L>1.00</KURS_L>", "<SYMBOL>EUR</SYMBOL><KURS_L>4.2231</KURS_L>"));
        var mapped = (await MapAsync(file)).ShouldHaveSingleItem();

        mapped.IsAccepted.ShouldBeTrue(string.Join(' ', mapped.Findings.Select(finding => finding.MessageEn)));
        Mapped.Root(mapped).Fa("P_13_1").ShouldBe("100.00");
        Mapped.Root(mapped).Fa("P_14_1W").ShouldBe("97.13");
        Mapped.Root(mapped).Fa("KodWaluty").ShouldBe("EUR");
    }

    [Fact]
    public async Task Recipient_WhoIsNotThePayer_IsAThirdParty()
    {
        var mapped = (await MapAsync(new OptimaFile().Document("1", OneLine, change: ("<ODBIORCA><NIP>2222222222</NIP><NAZWA>Odbiorca Zażółć Sp. k.</NAZWA>", "<ODBIORCA><NIP>3333333333</NIP><NAZWA>Inny Odbiorca</NAZWA>")))).ShouldHaveSingleItem();

        Mapped.Root(mapped).At("Podmiot3/DaneIdentyfikacyjne/Nazwa").ShouldBe("Inny Odbiorca");
    }

    [Fact]
    public async Task Documents_OfOtherKinds_AreLeftOutByKindAndNumber()
    {
        var mapped = await MapAsync(new OptimaFile().Document("WZ/7", OneLine, change: ("<TYP_DOKUMENTU>302", "<TYP_DOKUMENTU>306")).Document("1", OneLine));

        mapped[0].LeftOut.ShouldNotBeNull().Kind.ShouldBe("306");
        mapped[0].LeftOut!.Number.ShouldBe("WZ/7");
        mapped[1].IsAccepted.ShouldBeTrue();
    }

    [Theory]
    [InlineData("<KOREKTA>0", "<KOREKTA>1", "KSF-1586")]
    [InlineData("<FV_MARZA>0", "<FV_MARZA>1", "KSF-1586")]
    [InlineData("<TYP_NETTO_BRUTTO>1", "<TYP_NETTO_BRUTTO>3", "KSF-1579")]
    [InlineData("<DATA_WYSTAWIENIA>2026-09-14", "<DATA_WYSTAWIENIA>14.09.2026", "KSF-1578")]
    [InlineData("<RAZEM_NETTO>100.00", "<RAZEM_NETTO>100,00", "KSF-1577")]
    [InlineData("<RAZEM_NETTO>100.00", "<RAZEM_NETTO>110.00", "KSF-1588")]
    public async Task Header_ThatCannotBeRead_IsAFinding(string old, string replacement, string code) => (await CodesAsync(new OptimaFile().Document("1", OneLine, change: (old, replacement)))).ShouldContain(code);

    [Fact]
    public async Task VatRegister_IsRefusedWithTheExportToChoose() =>
        (await CodesAsync(new OptimaFile { Space = "http://www.comarch.pl/cdn/optima/offline" }.Document("1", OneLine))).ShouldBe(["KSF-1585"]);

    [Fact]
    public async Task File_ThatIsCutOff_GivesWhatIsWholeAndAFinding()
    {
        var file = new OptimaFile().Document("1", OneLine).Document("2", OneLine).Bytes();
        var mapped = await Mapped.BytesAsync(file[..^40], Context());

        mapped.Select(invoice => invoice.IsAccepted).ShouldBe([true, false]);
        mapped[1].Findings.ShouldHaveSingleItem().Code.ShouldBe("KSF-1572");
    }

    [Fact]
    public async Task File_BrokenAnywhere_ShowsNoOtherAmounts()
    {
        var file = new OptimaFile().Document("1", OneLine).Bytes();
        foreach (var broken in Mutation.Changed(file, 1).Concat(Mutation.Torn(file, 11)))
        {
            await Mutation.CheckAsync(broken, System.Text.Encoding.UTF8, Context() with { Checker = null });
        }
    }

    private static MappingContext Context(CompanyProfile? profile = null) => Mapped.Context(profile) with { Nip = "1111111111" };

    private static Task<List<MappedInvoice>> MapAsync(OptimaFile file, CompanyProfile? profile = null) => Mapped.BytesAsync(file.Bytes(), Context(profile));

    private static async Task<IEnumerable<string>> CodesAsync(OptimaFile file) => (await MapAsync(file)).SelectMany(invoice => invoice.Findings).Select(finding => finding.Code);
}
