using Ksef.Invoices.Tests.Structure;

namespace Ksef.Invoices.Tests.Checking;

public sealed class LostLettersTests
{
    private const string Name = "Piekarnia Złoty Kłos s.c.";

    [Theory]
    [InlineData("Piekarnia Z\uFFFDoty K\uFFFDos")]
    [InlineData("Piekarnia Z&#xFFFD;oty Kłos")]
    [InlineData("Piekarnia Z&#xfffd;oty Kłos")]
    [InlineData("Piekarnia Z&#65533;oty Kłos")]
    [InlineData("<![CDATA[Piekarnia Z\uFFFDoty]]>")]
    public void Check_ReplacementCharacterInAName_IsAcceptedWithAWarning(string name)
    {
        var check = Check.Of(Edited.Sample((Name, name)));

        check.IsAccepted.ShouldBeTrue();
        var finding = check.Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Path).ShouldBe(("KSF-1307", "/Faktura/Podmiot2/DaneIdentyfikacyjne/Nazwa"));
        finding.MessageEn.ShouldContain("Piekarnia Z\uFFFDoty");
    }

    [Fact]
    public void Check_ReplacementCharacterInALine_NamesTheLine() =>
        Check.Of(Edited.Sample(("<P_7>M", "<P_7>\uFFFD"))).Findings.ShouldHaveSingleItem().MessageEn.ShouldContain("in invoice line 1 (NrWierszaFa 1)");

    [Theory]
    [InlineData("Piekarnia &#x141;oty FFFD;")]
    [InlineData("Piekarnia \uFFFC")]
    public void Check_OtherCharacters_FindNothing(string name) => Check.Of(Edited.Sample((Name, name))).Findings.ShouldBeEmpty();
}
