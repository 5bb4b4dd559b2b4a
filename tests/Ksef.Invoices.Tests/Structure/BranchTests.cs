using Ksef.Invoices.Tests.Checking;
using SampleInvoices;

namespace Ksef.Invoices.Tests.Structure;

/// <summary>Where a schema offers a choice or an optional group, the branch is judged by what is there, and one mistake is one finding.</summary>
public sealed class BranchTests
{
    private const string BuyerNip = $"<NIP>{SampleNips.Buyer}</NIP>";
    private const string Fa = "/Faktura/Fa";
    private const string Buyer = "/Faktura/Podmiot2/DaneIdentyfikacyjne";
    private const string Original = Fa + "/DaneFaKorygowanej";

    private static readonly SampleInvoice Correction = new() { Correction = new SampleCorrection("FV/1", new DateOnly(2026, 1, 15)) };

    [Theory]
    [InlineData("<P_13_1>120.00</P_13_1>", "", "KSF-1227", Fa + "/P_13_1")]
    [InlineData("<P_14_1>27.60</P_14_1>", "", "KSF-1201", Fa + "/P_14_1")]
    [InlineData(BuyerNip, "<NrVatUE>123456789</NrVatUE>", "KSF-1227", Buyer + "/KodUE")]
    [InlineData(BuyerNip, "<KodUE>DE</KodUE>", "KSF-1201", Buyer + "/NrVatUE")]
    [InlineData(BuyerNip, "<NrVatUE>123456789</NrVatUE><KodUE>DE</KodUE>", "KSF-1203", Buyer + "/KodUE")]
    [InlineData(BuyerNip, "<KodKraju>US</KodKraju>", "KSF-1201", Buyer + "/NrID")]
    [InlineData(BuyerNip, "", "KSF-1202", Buyer)]
    [InlineData(BuyerNip, BuyerNip + "<BrakID>1</BrakID>", "KSF-1207", Buyer + "/BrakID")]
    [InlineData("<P_19N>1</P_19N>", "", "KSF-1228", Fa + "/Adnotacje/Zwolnienie")]
    [InlineData("<P_19N>1</P_19N>", "<P_19>1</P_19>", "KSF-1202", Fa + "/Adnotacje/Zwolnienie")]
    [InlineData("<P_19N>1</P_19N>", "<P_19A>art. 43</P_19A>", "KSF-1227", Fa + "/Adnotacje/Zwolnienie/P_19")]
    [InlineData("<P_22N>1</P_22N>", "", "KSF-1228", Fa + "/Adnotacje/NoweSrodkiTransportu")]
    [InlineData("<P_PMarzyN>1</P_PMarzyN>", "<P_PMarzy>1</P_PMarzy>", "KSF-1202", Fa + "/Adnotacje/PMarzy")]
    [InlineData("<Platnosc>", "<Platnosc><ZaplataCzesciowa><KwotaZaplatyCzesciowej>1.00</KwotaZaplatyCzesciowej><DataZaplatyCzesciowej>2026-02-02</DataZaplatyCzesciowej></ZaplataCzesciowa>", "KSF-1227", Fa + "/Platnosc/ZnacznikZaplatyCzesciowej")]
    [InlineData("<Platnosc>", "<Platnosc><Zaplacono>1</Zaplacono>", "KSF-1201", Fa + "/Platnosc/DataZaplaty")]
    [InlineData("</RodzajFaktury>", "</RodzajFaktury><PrzyczynaKorekty>pomyłka</PrzyczynaKorekty>", "KSF-1201", Fa + "/DaneFaKorygowanej")]
    public void Check_BrokenBranch_IsOneFindingInThatBranch(string valid, string broken, string code, string path)
    {
        var finding = Check.Of(Edited.Sample((valid, broken))).Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Path).ShouldBe((code, path));
    }

    [Theory]
    [InlineData("<NrKSeFN>1</NrKSeFN>", "", "KSF-1202", Original)]
    [InlineData("<NrKSeFN>1</NrKSeFN>", "<NrKSeF>1</NrKSeF>", "KSF-1201", Original + "/NrKSeFFaKorygowanej")]
    [InlineData("<NrKSeFN>1</NrKSeFN>", "<NrKSeFFaKorygowanej>1111111111-20260115-0100001AF629-AF</NrKSeFFaKorygowanej>", "KSF-1227", Original + "/NrKSeF")]
    public void Check_CorrectionWithHalfOfItsOriginal_IsOneFinding(string valid, string broken, string code, string path)
    {
        var finding = Check.Of(Edited.Sample(Correction, (valid, broken))).Findings.Single(finding => finding.Severity == FindingSeverity.Error);

        (finding.Code, finding.Path).ShouldBe((code, path));
    }

    [Fact]
    public void Check_TaxBeforeItsBase_IsOneFieldInTheWrongPlace()
    {
        var finding = Check.Of(Edited.Sample(("<P_13_1>120.00</P_13_1>", string.Empty), ("</P_14_1>", "</P_14_1><P_13_1>120.00</P_13_1>"))).Findings.ShouldHaveSingleItem();

        finding.MessageEn.ShouldBe("The field P_13_1 (net, standard rate) is in the wrong place in Fa (invoice body): it belongs before P_14_1 (VAT, standard rate).");
    }

    [Fact]
    public void Check_ChoiceNobodyMade_SaysWhatEachBranchNeeds()
    {
        var finding = Check.Of(Edited.Sample(Correction, ("<NrKSeFN>1</NrKSeFN>", string.Empty))).Findings.ShouldHaveSingleItem();

        finding.MessageEn.ShouldContain("NrKSeF (KSeF number present) together with NrKSeFFaKorygowanej (KSeF number of the corrected invoice); NrKSeFN (corrected invoice outside KSeF)");
    }

    [Fact]
    public void Check_FieldOfAnotherBranch_IsNamedWithItsRival()
    {
        var finding = Check.Of(Edited.Sample((BuyerNip, BuyerNip + "<BrakID>1</BrakID>"))).Findings.ShouldHaveSingleItem();

        finding.MessageEn.ShouldContain("NIP (tax identification number) is given already, and only one of the two may be");
    }
}
