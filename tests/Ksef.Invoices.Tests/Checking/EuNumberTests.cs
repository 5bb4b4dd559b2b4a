using Ksef.Invoices.Tests.Structure;
using SampleInvoices;

namespace Ksef.Invoices.Tests.Checking;

public sealed class EuNumberTests
{
    private const string BuyerNip = $"<NIP>{SampleNips.Buyer}</NIP>";

    [Theory]
    [InlineData("DE", "DE111111111")]
    [InlineData("AT", "ATU12345678")]
    [InlineData("ES", "ESX1234567R")]
    [InlineData("EL", "EL123456789")]
    [InlineData("EL", "GR123456789")]
    public void Check_NumberWithItsCountryInFront_IsAcceptedWithAWarning(string country, string number)
    {
        var check = Check.Of(Edited.Sample((BuyerNip, $"<KodUE>{country}</KodUE><NrVatUE>{number}</NrVatUE>")));

        check.IsAccepted.ShouldBeTrue();
        check.Findings.Select(finding => (finding.Code, finding.Path)).ShouldBe([("KSF-1309", "/Faktura/Podmiot2/DaneIdentyfikacyjne/NrVatUE")]);
    }

    [Theory]
    [InlineData("DE", "111111111")]
    [InlineData("AT", "U12345678")]
    [InlineData("FR", "FR123456789")]
    [InlineData("XI", "GD123")]
    public void Check_NumberAlone_FindsNothing(string country, string number) =>
        Check.Of(Edited.Sample((BuyerNip, $"<KodUE>{country}</KodUE><NrVatUE>{number}</NrVatUE>"))).Findings.ShouldBeEmpty();

    [Fact]
    public void Check_NumberOfAnotherParty_IsReadBesideItsOwnCountry()
    {
        var content = Edited.Sample(("</Podmiot2>", "</Podmiot2>" + Party("DE", "ES12345678Z") + Party("ES", "ES12345678Z")));

        Check.Of(content).Findings.Select(finding => (finding.Code, finding.Path)).ShouldBe([("KSF-1309", "/Faktura/Podmiot3[2]/DaneIdentyfikacyjne/NrVatUE")]);
    }

    private static string Party(string country, string number) =>
        $"<Podmiot3><DaneIdentyfikacyjne><KodUE>{country}</KodUE><NrVatUE>{number}</NrVatUE><Nazwa>Socio</Nazwa></DaneIdentyfikacyjne><Rola>4</Rola></Podmiot3>";
}
