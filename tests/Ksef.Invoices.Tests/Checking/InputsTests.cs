using System.Reflection;

namespace Ksef.Invoices.Tests.Checking;

/// <summary>Files of a field trial whose findings misled their readers: each is one finding that names the mistake where it is.</summary>
public sealed class InputsTests
{
    private const string Fa = "/Faktura/Fa";
    private const string Buyer = "/Faktura/Podmiot2/DaneIdentyfikacyjne";

    private static readonly InvoiceCheckOptions Options = new() { ContextNip = "1111111111" };

    private static readonly InvoiceChecker DayOfTheSecond = new(new FixedClock(new DateTimeOffset(2026, 11, 28, 10, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("03-P14-without-P13.xml", "KSF-1227", Fa + "/P_13_1", "P_13_1 (net, standard rate) is missing before P_14_1")]
    [InlineData("04-NrVatUE-without-KodUE.xml", "KSF-1227", Buyer + "/KodUE", "KodUE (EU VAT prefix) is missing before NrVatUE")]
    [InlineData("05-correction-without-flag.xml", "KSF-1202", Fa + "/DaneFaKorygowanej", "missing in DaneFaKorygowanej (corrected invoice): NrKSeF (KSeF number present) together with NrKSeFFaKorygowanej")]
    [InlineData("05-empty-choice-Zwolnienie.xml", "KSF-1228", Fa + "/Adnotacje/Zwolnienie", "nothing has been chosen in it. Choose one of: P_19 (exempt sale)")]
    [InlineData("06-nbsp-between-fields.xml", "KSF-1230", Fa, "U+00A0 (no-break space), between the fields P_1 and P_2")]
    [InlineData("06-xsi-type.xml", "KSF-1231", Fa + "/P_6/@type", "P_6 (date of sale) has the attribute xsi:type")]
    [InlineData("07-root-in-capitals.xml", "KSF-1106", "/FAKTURA", "The root element is FAKTURA; it must be Faktura.")]
    [InlineData("07-soap.xml", "KSF-1107", "/Envelope", "The root element is Envelope, and the invoice is inside it. A file must hold one invoice, without a wrapper.")]
    [InlineData("09-less-than-in-name.xml", "KSF-1022", null, "in the field P_7 (line 52 of the file) is not escaped. In XML it must be written as \"&lt;\".")]
    [InlineData("10-attachment-cell-of-one-space.xml", "KSF-1234", "/Faktura/Zalacznik/BlokDanych/Tabela/Wiersz/WKom", "holds only spaces; leave it quite empty.")]
    [InlineData("15-currency-zl.xml", "KSF-1211", Fa + "/KodWaluty", "Is PLN (zloty) meant?")]
    [InlineData("16-pef-without-polish-seller-nip.xml", "KSF-1305", "/Invoice/AccountingSupplierParty/Party", "does not give a Polish NIP of the seller")]
    public void Check_FileOfTheTrial_IsRefusedWithOneFinding(string name, string code, string? path, string message)
    {
        var check = Of(name);

        check.IsAccepted.ShouldBeFalse();
        var finding = check.Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Path).ShouldBe((code, path));
        finding.MessageEn.ShouldContain(message, Case.Sensitive);
    }

    [Theory]
    [InlineData("11-buyer-NIP-in-NrVatUE.xml", "KSF-1306", Buyer + "/NrVatUE")]
    [InlineData("12-replacement-characters.xml", "KSF-1307", Buyer + "/Nazwa")]
    public void Check_FileOfTheTrial_IsAcceptedWithAWarning(string name, string code, string path)
    {
        var check = Of(name);

        check.IsAccepted.ShouldBeTrue();
        check.Findings.Select(finding => (finding.Code, finding.Path)).ShouldBe([(code, path)]);
    }

    [Theory]
    [InlineData("23-internal-id-check-digit.xml", "KSF-1308", "/Faktura/Podmiot3[1]/DaneIdentyfikacyjne/IDWew", "9999999999-12345")]
    [InlineData("26-correction-neither-flag.xml", "KSF-1202", Fa + "/DaneFaKorygowanej", "NrKSeFN (corrected invoice outside KSeF)")]
    public void Check_FileOfTheSecondTrial_IsRefusedWithOneFinding(string name, string code, string path, string message)
    {
        var check = OfSecond(name);

        check.IsAccepted.ShouldBeFalse();
        var finding = check.Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Path).ShouldBe((code, path));
        finding.MessageEn.ShouldContain(message, Case.Sensitive);
    }

    [Theory]
    [InlineData("22-nip-as-nrid.xml", "KSF-1306", Buyer + "/NrID")]
    [InlineData("24-jst-without-unit.xml", "KSF-1330", "/Faktura/Podmiot2/JST")]
    [InlineData("25-vat-ue-number-with-country.xml", "KSF-1309", Buyer + "/NrVatUE")]
    [InlineData("27-no-lines.xml", "KSF-1332", Fa + "/RodzajFaktury")]
    [InlineData("28-zw-line-without-basis.xml", "KSF-1333", Fa + "/Adnotacje/Zwolnienie/P_19N")]
    [InlineData("32-correction-changes-nip.xml", "KSF-1324", Fa + "/Podmiot2K[1]/DaneIdentyfikacyjne/NIP")]
    public void Check_FileOfTheSecondTrial_IsAcceptedWithAWarning(string name, string code, string path)
    {
        var check = OfSecond(name);

        check.IsAccepted.ShouldBeTrue();
        check.Findings.Select(finding => (finding.Code, finding.Path)).ShouldBe([(code, path)]);
    }

    /// <summary>What is wrong lies in KSeF, or is nothing but the day.</summary>
    [Theory]
    [InlineData("20-self-billing-without-permission.xml", "9999999999")]
    [InlineData("33-dated-before-today.xml", "1111111111")]
    public void Check_RightFileOfTheSecondTrial_FindsNothing(string name, string context) =>
        DayOfTheSecond.Check(Content(name), new InvoiceCheckOptions { ContextNip = context }).Findings.ShouldBeEmpty();

    [Fact]
    public void Check_GoodFileOfTheTrial_FindsNothing() => Of("00-valid.xml").Findings.ShouldBeEmpty();

    private static InvoiceCheck Of(string name) => Check.Of(Content(name), Options);

    private static InvoiceCheck OfSecond(string name) => DayOfTheSecond.Check(Content(name), Options);

    private static byte[] Content(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name).ShouldNotBeNull();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
