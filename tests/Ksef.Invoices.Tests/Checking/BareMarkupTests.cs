using System.Text;
using Ksef.Invoices.Tests.Structure;

namespace Ksef.Invoices.Tests.Checking;

/// <summary>A "&lt;" in a name is found where it stands, whatever follows it.</summary>
public sealed class BareMarkupTests
{
    private const string Name = "<P_7>Mąka pszenna typ 550, worek 25 kg</P_7>";

    [Theory]
    [InlineData("Rura <50 mm")]
    [InlineData("a < b")]
    [InlineData("a<b")]
    [InlineData("Rura <fi50 mm")]
    [InlineData("Rura <50 mm> czarna")]
    [InlineData("Rura <fi 50> czarna")]
    [InlineData("Jan <jan@example.com>")]
    [InlineData("x <>")]
    [InlineData("x <-")]
    [InlineData("<")]
    [InlineData("<50\" mm")]
    public void Check_BareLessThan_IsNamedWithItsPlace(string name)
    {
        var content = Edited.Sample((Name, $"<P_7>{name}</P_7>"));
        var lines = Encoding.UTF8.GetString(content).Split('\n');

        var finding = Check.Of(content).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe("KSF-1022");
        finding.MessageEn.ShouldBe($"The character \"<\" in the field P_7 (line {finding.Line} of the file) is not escaped. In XML it must be written as \"&lt;\".");
        lines[finding.Line!.Value - 1][(finding.Column!.Value - 1)..].ShouldStartWith(name[name.IndexOf('<', StringComparison.Ordinal)..]);
    }

    [Fact]
    public void Check_SeveralBareLessThans_AreAllNamed() =>
        Check.Of(Edited.Sample((Name, "<P_7><5 mm, <7 mm</P_7>"))).Codes().ShouldBe(["KSF-1022", "KSF-1022"]);
}
