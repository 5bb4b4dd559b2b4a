using Ksef.Invoices.Tests.Structure;
using SampleInvoices;

namespace Ksef.Invoices.Tests.Checking;

/// <summary>A Polish buyer finds his invoices in KSeF by the field NIP only.</summary>
public sealed class BuyerTests
{
    private const string BuyerNip = $"<NIP>{SampleNips.Buyer}</NIP>";
    private const string Warning = "KSF-1306";

    [Theory]
    [InlineData("<KodUE>PL</KodUE><NrVatUE>2222222222</NrVatUE>", "NrVatUE")]
    [InlineData("<KodUE>PL</KodUE><NrVatUE>PL2222222222</NrVatUE>", "NrVatUE")]
    [InlineData("<KodKraju>PL</KodKraju><NrID>2222222222</NrID>", "NrID")]
    [InlineData("<NrID>2222222222</NrID>", "NrID")]
    [InlineData("<NrID>PL 222-222-22-22</NrID>", "NrID")]
    public void Check_NipOutsideItsField_IsAcceptedWithAWarning(string identifier, string field)
    {
        var check = Check.Of(Edited.Sample((BuyerNip, identifier)));

        check.IsAccepted.ShouldBeTrue();
        var finding = check.Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Path).ShouldBe((Warning, "/Faktura/Podmiot2/DaneIdentyfikacyjne/" + field));
        finding.MessagePl.ShouldContain(SampleNips.Buyer);
    }

    [Theory]
    [InlineData("<KodUE>SK</KodUE><NrVatUE>2222222222</NrVatUE>")]
    [InlineData("<KodUE>BE</KodUE><NrVatUE>0123456749</NrVatUE>")]
    [InlineData("<KodUE>DE</KodUE><NrVatUE>999999999</NrVatUE>")]
    [InlineData("<KodKraju>US</KodKraju><NrID>2222222222</NrID>")]
    [InlineData("<KodKraju>PL</KodKraju><NrID>90010112345</NrID>")]
    [InlineData("<NrID>2222222223</NrID>")]
    [InlineData("<BrakID>1</BrakID>")]
    public void Check_NumberOfAnotherKind_FindsNothing(string identifier) => Check.Of(Edited.Sample((BuyerNip, identifier))).Findings.ShouldBeEmpty();

    [Fact]
    public void Check_TenDigitsOfABuyerAbroad_FindsNothing()
    {
        var content = Edited.Sample((BuyerNip, "<NrID>2222222222</NrID>"), ("<KodKraju>PL</KodKraju>", "<KodKraju>PL</KodKraju >"), ("<KodKraju>PL</KodKraju>", "<KodKraju>TR</KodKraju>"));

        Check.Of(content).Findings.ShouldBeEmpty();
    }
}
