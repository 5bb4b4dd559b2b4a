using Ksef.Invoices.Tests.Checking;
using SampleInvoices;

namespace Ksef.Invoices.Tests.Structure;

/// <summary>Values that break their type, with what was probably meant.</summary>
public sealed class ValueTests
{
    private const string BuyerNip = $"<NIP>{SampleNips.Buyer}</NIP>";

    [Theory]
    [InlineData("3114,38", "Is 3114.38 meant?")]
    [InlineData("3 114.38", "Is 3114.38 meant?")]
    [InlineData("3\u00A0114,38", "Is 3114.38 meant?")]
    [InlineData("3,114.38", "Is 3114.38 meant?")]
    [InlineData("3.114,38", "Is 3114.38 meant?")]
    [InlineData("003114.38", "Is 3114.38 meant?")]
    [InlineData("+3114.38", "Is 3114.38 meant?")]
    [InlineData("3114,38 zł", "Is 3114.38 meant? Unit and currency have fields of their own.")]
    [InlineData("-3114,38 PLN", "Is -3114.38 meant?")]
    public void Check_NumberAsPeopleWriteIt_AsksForTheRightForm(string number, string hint) => ForTotal(number, "KSF-1217").ShouldContain(hint);

    [Theory]
    [InlineData("12345678901234567.00", "(19). Allowed: 16 before the point and 2 after it.")]
    [InlineData("123456789012345678901234567890", "(30). Allowed: 16 before the point and 2 after it.")]
    [InlineData("-99999999999999999999999999999999999.10", "(37). Allowed: 16 before the point and 2 after it.")]
    public void Check_MoreDigitsThanAllowed_AreCounted(string number, string message) => ForTotal(number, "KSF-1233").ShouldContain(message);

    [Theory]
    [InlineData("0.1234567890123456789012345678901234567890")]
    [InlineData("3114.380")]
    public void Check_MoreDecimalsThanAllowed_AreNamed(string number) => ForTotal(number, "KSF-1218").ShouldContain("Decimal places allowed: 2");

    [Fact]
    public void Check_MoreDigitsThanAnyInUbl_AreCounted()
    {
        var content = Edited.Sample(new SampleInvoice { Schema = SampleSchema.Pef3 }, (">3114.38</cbc:PayableAmount>", ">123456789012345678901234567890</cbc:PayableAmount>"));

        Check.Of(content).Findings.ShouldHaveSingleItem().MessageEn.ShouldContain("has too many digits (30). Allowed: 28.");
    }

    [Theory]
    [InlineData("02.02.2026", "Is 2026-02-02 meant?")]
    [InlineData("2-2-2026", "Is 2026-02-02 meant?")]
    [InlineData("2026/02/02", "Is 2026-02-02 meant?")]
    [InlineData("20260202", "Is 2026-02-02 meant?")]
    [InlineData("2026-02-02T00:00:00", "Is 2026-02-02 meant?")]
    [InlineData("2026-02-02+01:00", "Is 2026-02-02 meant?")]
    [InlineData("30.02.2026", null)]
    [InlineData("02/03/2026", null)]
    public void Check_DateAsPeopleWriteIt_AsksForTheRightForm(string date, string? hint)
    {
        var finding = Check.Of(Edited.Sample(("<P_6>2026-02-02<", $"<P_6>{date}<"))).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe("KSF-1214");
        finding.MessageEn.EndsWith(hint ?? "YYYY-MM-DD.", StringComparison.Ordinal).ShouldBeTrue(finding.MessageEn);
    }

    [Theory]
    [InlineData("DE123456789", "KodUE = DE and NrVatUE = 123456789")]
    [InlineData("ATU 12345678", "KodUE = AT and NrVatUE = U12345678")]
    [InlineData("EL-123456789", "KodUE = EL and NrVatUE = 123456789")]
    public void Check_EuNumberAsNip_PointsToItsFields(string number, string fields)
    {
        var finding = Check.Of(Edited.Sample((BuyerNip, $"<NIP>{number}</NIP>"))).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe("KSF-1232");
        finding.MessageEn.ShouldContain(fields);
    }

    [Theory]
    [InlineData("PL2222222222")]
    [InlineData("222-222-22-22")]
    [InlineData("PL 222 222 22 22")]
    public void Check_NipWithPrefixOrDashes_AsksForItsDigits(string nip)
    {
        var finding = Check.Of(Edited.Sample((BuyerNip, $"<NIP>{nip}</NIP>"))).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe("KSF-1213");
        finding.MessageEn.ShouldContain($"Is {SampleNips.Buyer} meant?");
    }

    [Fact]
    public void Check_EuNumberOfTheSeller_IsNotPointedToFieldsThatHeLacks() =>
        Check.Of(Edited.Sample(($"<NIP>{SampleNips.Seller}</NIP>", "<NIP>DE123456789</NIP>"))).Findings.ShouldHaveSingleItem().Code.ShouldBe("KSF-1213");

    [Theory]
    [InlineData("<P_2>FV/2026/02/0001<", "<P_2> <", "fill it in or, where it is optional, leave it out")]
    [InlineData("<P_15>3114.38<", "<P_15>\n<", "fill it in or, where it is optional, leave it out")]
    [InlineData("<KodWaluty>PLN<", "<KodWaluty>\u00A0<", "fill it in or, where it is optional, leave it out")]
    public void Check_OnlySpaces_AreNotCalledEmpty(string valid, string broken, string advice)
    {
        var finding = Check.Of(Edited.Sample((valid, broken))).Findings[0];

        finding.Code.ShouldBe("KSF-1234");
        finding.MessageEn.ShouldContain("holds only spaces; " + advice);
    }

    [Fact]
    public void Check_AttachmentCellOfOneSpace_IsToBeLeftEmpty()
    {
        var text = System.Text.Encoding.UTF8.GetString(new SampleInvoice { Attachment = new SampleAttachment(2) }.ToBytes());
        var start = text.IndexOf("<WKom>", StringComparison.Ordinal) + "<WKom>".Length;
        var end = text.IndexOf("</WKom>", start, StringComparison.Ordinal);

        Check.Of(System.Text.Encoding.UTF8.GetBytes(text[..start] + " " + text[end..])).Findings.ShouldHaveSingleItem().MessageEn.ShouldContain("holds only spaces; leave it quite empty");
        Check.Of(System.Text.Encoding.UTF8.GetBytes(text[..start] + text[end..])).Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("PLN\u00A0", "U+00A0 (no-break space)")]
    [InlineData("\u200BPLN", "U+200B (zero-width space)")]
    public void Check_InvisibleCharacterInAValue_IsNamed(string currency, string name)
    {
        var finding = Check.Of(Edited.Sample(("<KodWaluty>PLN<", $"<KodWaluty>{currency}<"))).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe("KSF-1235");
        finding.MessageEn.ShouldContain(name);
    }

    [Fact]
    public void Check_ValueOfAWrongForm_NamesTheForm() =>
        Check.Of(Edited.Sample(("<JST>", "<DaneKontaktowe><Email>biuro</Email></DaneKontaktowe><JST>"))).Findings.ShouldHaveSingleItem().MessageEn.ShouldEndWith("It must be an e-mail address with an @.");

    private static string ForTotal(string number, string code)
    {
        var finding = Check.Of(Edited.Sample(("<P_15>3114.38<", $"<P_15>{number}<"))).Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe(code);
        return finding.MessageEn;
    }
}
