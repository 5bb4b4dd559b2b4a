using Ksef.Invoices.Tests.Structure;
using SampleInvoices;

namespace Ksef.Invoices.Tests.Checking;

/// <summary>A local government's unit and a VAT group's member see their invoices only if a Podmiot3 names them.</summary>
public sealed class UnitTests
{
    [Theory]
    [InlineData("JST", "8", "<NIP>" + SampleNips.PublicBody + "</NIP>")]
    [InlineData("JST", "8", "<IDWew>2222222222-12342</IDWew>")]
    [InlineData("GV", "10", "<NIP>" + SampleNips.Stranger + "</NIP>")]
    public void Check_UnitNamed_FindsNothing(string mark, string role, string identifier) => Check.Of(With(mark, role, identifier)).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("JST", "10", "<NIP>" + SampleNips.PublicBody + "</NIP>")]
    [InlineData("GV", "8", "<NIP>" + SampleNips.Stranger + "</NIP>")]
    [InlineData("GV", "9", "<NIP>" + SampleNips.Stranger + "</NIP>")]
    [InlineData("JST", "8", "<BrakID>1</BrakID>")]
    public void Check_NoRecipientThatCanSeeIt_IsAcceptedWithAWarning(string mark, string role, string identifier)
    {
        var check = Check.Of(With(mark, role, identifier));

        check.IsAccepted.ShouldBeTrue();
        check.Findings.Select(finding => (finding.Code, finding.Path)).ShouldBe([("KSF-1330", "/Faktura/Podmiot2/" + mark)]);
    }

    [Fact]
    public void Check_UnitWithTheBuyersOwnNip_IsAcceptedWithAWarning()
    {
        var check = Check.Of(With("GV", "10", $"<NIP>{SampleNips.Buyer}</NIP>"));

        check.IsAccepted.ShouldBeTrue();
        check.Findings.Select(finding => (finding.Code, finding.Path)).ShouldBe([("KSF-1331", "/Faktura/Podmiot3[1]/DaneIdentyfikacyjne/NIP")]);
    }

    private static byte[] With(string mark, string role, string identifier) => Edited.Sample(
        ($"<{mark}>2<", $"<{mark}>1<"),
        ("</Podmiot2>", $"</Podmiot2><Podmiot3><DaneIdentyfikacyjne>{identifier}<Nazwa>Szkoła</Nazwa></DaneIdentyfikacyjne><Rola>{role}</Rola></Podmiot3>"));
}
