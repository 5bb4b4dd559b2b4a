using Ksef.Invoices.Tests.Structure;
using SampleInvoices;

namespace Ksef.Invoices.Tests.Checking;

/// <summary>A unit's internal identifier has a check digit over the NIP in it and the four digits before.</summary>
public sealed class InternalIdTests
{
    // The example of KSeF's own description of the algorithm.
    private const string Right = "6824515772-12343";

    [Theory]
    [InlineData(Right)]
    [InlineData("9999999999-12342")]
    [InlineData("1111111111-00000")]
    public void Check_RightCheckDigit_FindsNothing(string identifier) => Check.Of(With(identifier)).Findings.ShouldBeEmpty();

    [Fact]
    public void Check_AnyOtherCheckDigit_IsRefused()
    {
        for (var digit = '0'; digit <= '9'; digit++)
        {
            var identifier = Right[..^1] + digit;

            Check.Of(With(identifier)).Codes().ShouldBe(identifier == Right ? [] : ["KSF-1308"]);
        }
    }

    [Fact]
    public void Check_WrongNipInside_IsNamedAlone() => Check.Of(With($"{SampleNips.WrongChecksum}-12345")).Codes().ShouldBe(["KSF-1302"]);

    [Fact]
    public void Check_ChecksumNotEnforced_TakesAnyDigits() =>
        Check.Of(With("9999999999-12345"), new InvoiceCheckOptions { EnforceNipChecksum = false }).Findings.ShouldBeEmpty();

    private static byte[] With(string identifier) => Edited.Sample((
        "</Podmiot2>",
        $"</Podmiot2><Podmiot3><DaneIdentyfikacyjne><IDWew>{identifier}</IDWew><Nazwa>Oddział</Nazwa></DaneIdentyfikacyjne><Rola>2</Rola></Podmiot3>"));
}
