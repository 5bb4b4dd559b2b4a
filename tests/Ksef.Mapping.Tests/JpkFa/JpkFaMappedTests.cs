using System.Xml.Linq;
using static Ksef.Mapping.Tests.JpkFa.JpkFaFile;

namespace Ksef.Mapping.Tests.JpkFa;

/// <summary>From JPK_FA(4) to FA(3) that passes every check.</summary>
public sealed class JpkFaMappedTests
{
    [Fact]
    public async Task Price_OfTwoDecimals_DoesNotChangeTheValue()
    {
        var invoice = await OneAsync(new JpkFaFile().Invoice("1", "<P_13_1>130.01</P_13_1><P_14_1>29.90</P_14_1><P_15>159.91</P_15>" + Usual).Line("1", Goods("Śruba", "201", "0.65", "130.01")));

        invoice.Fa("FaWiersz/P_11").ShouldBe("130.01");
        invoice.Fa("P_15").ShouldBe("159.91");
    }

    [Fact]
    public async Task GrossPrice_OfALineAmongNetOnes_IsShown()
    {
        var invoice = await OneAsync(new JpkFaFile().Invoice("1", "<P_13_1>181.30</P_13_1><P_14_1>41.70</P_14_1><P_15>223.00</P_15>")
            .Line("1", "<P_7>Tulipan</P_7><P_8A>szt.</P_8A><P_8B>100</P_8B><P_9B>1.00</P_9B><P_11>81.30</P_11><P_11A>100.00</P_11A><P_12>23</P_12>").Line("1", Goods("Śruba", "200", "0.50", "100.00")));

        invoice.Fa("FaWiersz/P_9B").ShouldBe("1.00");
        invoice.Fa("FaWiersz/P_11A").ShouldBe("100.00");
    }

    [Theory]
    [InlineData("<P_13_6>10.00</P_13_6>", "0", "P_13_6_1")]
    [InlineData("<P_13_5>10.00</P_13_5>", "np", "P_13_8")]
    [InlineData("<P_13_4>10.00</P_13_4>", "oo", "P_13_10")]
    [InlineData("<P_13_7>10.00</P_13_7>", "zw", "P_13_7")]
    public async Task Sale_WithoutTax_GoesIntoTheSumThatTheProfileSays(string sum, string rate, string expected)
    {
        var profile = Mapped.Profile with { ZeroRate = "0 KR", OutsideRate = "np I", ExemptionAct = "art. 43 ust. 1 pkt 29" };

        (await OneAsync(new JpkFaFile().Invoice("1", sum + "<P_15>10.00</P_15>").Line("1", Goods("Coś", "1", "10.00", "10.00", rate)), profile)).Fa(expected).ShouldBe("10.00");
    }

    [Theory]
    [InlineData("<P_13_6>10.00</P_13_6>", "0", "zeroRate")]
    [InlineData("<P_13_5>10.00</P_13_5>", "np", "outsideRate")]
    public async Task Rate_ThatNobodyExplains_IsAnErrorThatSaysWhereToPutIt(string sum, string rate, string setting)
    {
        var mapped = await MapAsync(new JpkFaFile().Invoice("1", sum + "<P_15>10.00</P_15>").Line("1", Goods("Coś", "1", "10.00", "10.00", rate)));

        var finding = mapped.ShouldHaveSingleItem().Findings.ShouldHaveSingleItem();
        (finding.MessagePl + finding.Definition.WhatToDoPl).ShouldContain(setting);
    }

    [Fact]
    public async Task Margin_OnUsedGoods_GoesIntoItsSum()
    {
        var invoice = await OneAsync(new JpkFaFile().Invoice("1", "<P_15>100.00</P_15><P_106E_3>true</P_106E_3><P_106E_3A>procedura marży - towary używane</P_106E_3A>")
            .Line("1", "<P_7>Rower</P_7><P_8A>szt.</P_8A><P_8B>1</P_8B><P_9B>100.00</P_9B><P_11A>100.00</P_11A>"));

        invoice.Fa("P_13_11").ShouldBe("100.00");
        invoice.Fa("Adnotacje/PMarzy/P_PMarzy_3_1").ShouldBe("1");
    }

    [Fact]
    public async Task Original_OfACorrection_IsFoundInTheFileOrTheLedger()
    {
        var file = new JpkFaFile().Invoice("KOR 1", "<P_13_1>-100.00</P_13_1><P_14_1>-23.00</P_14_1><P_15>-123.00</P_15><RodzajFaktury>KOREKTA</RodzajFaktury><PrzyczynaKorekty>Zwrot</PrzyczynaKorekty><NrFaKorygowanej>FV 7</NrFaKorygowanej>")
            .Line("KOR 1", Goods("Śruba", "-200", "0.50", "-100.00"));

        (await MapAsync(file)).ShouldHaveSingleItem().IsAccepted.ShouldBeFalse();
        var mapped = (await Mapped.BytesAsync(file.Bytes(), Context() with { Issued = new Ledger() })).ShouldHaveSingleItem();
        mapped.IsAccepted.ShouldBeTrue(string.Join(' ', mapped.Findings.Select(finding => finding.MessageEn)));
        Mapped.Root(mapped).Fa("DaneFaKorygowanej/DataWystFaKorygowanej").ShouldBe("2026-08-20");
    }

    [Theory]
    [InlineData("<P_13_1>-100.00</P_13_1><P_14_1>-23.00</P_14_1>", true)]
    [InlineData("<P_13_1>400.00</P_13_1><P_14_1>-23.00</P_14_1>", false)]
    [InlineData("<P_13_1>-100.00</P_13_1>", false)]
    public async Task Correction_WithoutLines_MustAddUp(string sums, bool accepted)
    {
        var file = new JpkFaFile().Simple("1").Invoice("KOR 1", sums + "<P_15>-123.00</P_15><RodzajFaktury>KOREKTA</RodzajFaktury><PrzyczynaKorekty>Opust</PrzyczynaKorekty><NrFaKorygowanej>1</NrFaKorygowanej>");
        var mapped = await Mapped.BytesAsync(file.Bytes(), Context(Mapped.Profile with { OriginalsOutsideKsef = true }));

        mapped[1].IsAccepted.ShouldBe(accepted);
    }

    [Fact]
    public async Task Tax_InZlotys_IsThatOfTheFile()
    {
        var invoice = await OneAsync(new JpkFaFile().Invoice("1", "<P_13_1>100.00</P_13_1><P_14_1>23.00</P_14_1><P_14_1W>97.75</P_14_1W><P_15>123.00</P_15>", currency: "EUR").Line("1", Goods("Projekt", "1", "100.00", "100.00")));

        invoice.Fa("P_14_1W").ShouldBe("97.75");
    }

    private static MappingContext Context(CompanyProfile? profile = null) => Mapped.Context(profile) with { Nip = "1111111111" };

    private static Task<List<MappedInvoice>> MapAsync(JpkFaFile file) => Mapped.BytesAsync(file.Bytes(), Context());

    private static async Task<XElement> OneAsync(JpkFaFile file, CompanyProfile? profile = null)
    {
        var mapped = (await Mapped.BytesAsync(file.Bytes(), Context(profile))).ShouldHaveSingleItem();
        mapped.Findings.Select(finding => $"{finding.Code} {finding.Place} {finding.MessageEn}").ShouldBeEmpty();
        return Mapped.Root(mapped);
    }

    private sealed class Ledger : IIssuedInvoices
    {
        public ValueTask<IssuedInvoice?> FindAsync(string number, DateOnly? issueDate, CancellationToken cancellationToken) =>
            ValueTask.FromResult<IssuedInvoice?>(new IssuedInvoice(number, new DateOnly(2026, 8, 20), "1111111111-20260820-010080615740-E4"));
    }
}
