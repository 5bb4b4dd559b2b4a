using System.Text;
using Ksef.Invoices.Tests.Checking;

namespace Ksef.Invoices.Tests.Structure;

public sealed class TextBetweenFieldsTests
{
    [Theory]
    [InlineData("\u00A0", "U+00A0 (no-break space)")]
    [InlineData("\u200B", "U+200B (zero-width space)")]
    [InlineData("\uFEFF", "U+FEFF (byte order mark)")]
    [InlineData("\u2003", "U+2003")]
    [InlineData(" \u00A0\u00A0 ", "U+00A0 (no-break space)")]
    public void Check_InvisibleCharacterBetweenFields_IsNamedBetweenThem(string text, string name)
    {
        var finding = Check.Of(Edited.Sample(("<P_2>", text + "<P_2>"))).Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Path).ShouldBe(("KSF-1230", "/Faktura/Fa"));
        finding.MessageEn.ShouldContain($"{name}, between the fields P_1M and P_2");
        finding.MessagePl.ShouldContain("między polami P_1M i P_2");
    }

    [Theory]
    [InlineData("<KodWaluty>", "\u00A0<KodWaluty>", "before the field KodWaluty")]
    [InlineData("</GV>", "</GV>\u00A0", "after the field GV")]
    public void Check_InvisibleCharacterAtAnEnd_IsNamedWithTheFieldBeside(string valid, string broken, string place) =>
        Check.Of(Edited.Sample((valid, broken))).Findings.ShouldHaveSingleItem().MessageEn.ShouldContain(place);

    [Fact]
    public void Check_InvisibleCharacterOnALineOfItsOwn_IsPointedAt()
    {
        var content = Edited.Sample(("<P_2>", "\n  \u00A0\n<P_2>"));
        var lines = Encoding.UTF8.GetString(content).Split('\n');

        var finding = Check.Of(content).Findings.ShouldHaveSingleItem();

        lines[finding.Line!.Value - 1][finding.Column!.Value - 1].ShouldBe('\u00A0');
    }

    [Fact]
    public void Check_VisibleTextBetweenFields_IsQuotedWithItsPlace()
    {
        var content = Edited.Sample(("<P_2>", "Numer: <P_2>"));
        var lines = Encoding.UTF8.GetString(content).Split('\n');

        var finding = Check.Of(content).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe("KSF-1224");
        lines[finding.Line!.Value - 1][(finding.Column!.Value - 1)..].ShouldStartWith("Numer:");
    }
}
