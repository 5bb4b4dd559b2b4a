using Ksef.Invoices.Tests.Structure;
using SampleInvoices;

namespace Ksef.Invoices.Tests.Checking;

public sealed class CorrectionTests
{
    private const string EndOfOriginal = "</DaneFaKorygowanej>";
    private const string EndOfBuyer = "</Podmiot2>";

    private static readonly SampleCorrection Original = new("FV/1", new DateOnly(2026, 1, 1));

    [Theory]
    [InlineData("1111111111-20260201-0100001AF629-06")]
    [InlineData("9999999999-20230908-8BEF280C8D35-4D")]
    [InlineData("1111111111-20260131-0100001AF629-00")]
    [InlineData("1111111111-20260131-010000-1AF629-00")]
    public void Check_KsefNumberThatMayBeRight_FindsNothing(string number) => Check.Of(Correcting(number)).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("1111111111-20260201-0100001AF629-00")]
    [InlineData("1111111111-20261123-0100001AF629-00")]
    public void Check_WrongNumberOfTheNewSystem_IsNoticed(string number) => Check.Of(Correcting(number)).Codes().ShouldBe(["KSF-1322"]);

    [Theory]
    [InlineData(SampleNips.Buyer)]
    [InlineData(SampleNips.Stranger)]
    public void Check_FormerDataOfABuyerThatIsStillOne_FindsNothing(string nip)
    {
        var content = Edited.Sample(
            new SampleInvoice { Correction = Original },
            (EndOfBuyer, $"{EndOfBuyer}<Podmiot3><DaneIdentyfikacyjne><NIP>{SampleNips.Stranger}</NIP><Nazwa>Cukiernia</Nazwa></DaneIdentyfikacyjne><Rola>4</Rola></Podmiot3>"),
            (EndOfOriginal, EndOfOriginal + Former($"<NIP>{nip}</NIP>")));

        Check.Of(content).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Check_FormerBuyerWithoutANip_FindsNothing() =>
        Check.Of(Edited.Sample(new SampleInvoice { Correction = Original }, (EndOfOriginal, EndOfOriginal + Former("<BrakID>1</BrakID>")))).Findings.ShouldBeEmpty();

    [Fact]
    public void Check_AnotherNipOfTheBuyer_IsNamedBesideTheFormer()
    {
        var content = Edited.Sample(new SampleInvoice { Correction = Original }, (EndOfOriginal, EndOfOriginal + Former($"<NIP>{SampleNips.Stranger}</NIP>")));

        var finding = Check.Of(content).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe("KSF-1324");
        finding.MessagePl.ShouldContain(SampleNips.Stranger);
        finding.MessagePl.ShouldContain(SampleNips.Buyer);
    }

    private static SampleInvoice Correcting(string number) => new() { Correction = Original with { KsefNumber = number } };

    private static string Former(string identifier) =>
        $"<Podmiot2K><DaneIdentyfikacyjne>{identifier}<Nazwa>Piekarnia</Nazwa></DaneIdentyfikacyjne></Podmiot2K>";
}
