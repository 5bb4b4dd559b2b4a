using Ksef.Invoices.Tests.Structure;

namespace Ksef.Invoices.Tests.Checking;

public sealed class AccountTests
{
    private const string Account = "<NrRB>04000000000000000000000000</NrRB>";

    [Theory]
    [InlineData("<NrRB>73111111111111111111111111</NrRB>")]
    [InlineData("<NrRB>PL73111111111111111111111111</NrRB>")]
    [InlineData("<NrRB>73 1111 1111 1111 1111 1111 1111</NrRB>")]
    [InlineData("<NrRB>DE89370400440532013000</NrRB>")]
    [InlineData("<NrRB>123456789012</NrRB>")]
    [InlineData("<NrRB>73111111111111111111111112</NrRB><SWIFT>DEUTDEFF</SWIFT>")]
    [InlineData("<NrRB>7311111111111111111111111</NrRB><SWIFT>DEUTDEFF</SWIFT>")]
    public void Check_RightOrForeignAccount_FindsNothing(string account) => Check.Of(Edited.Sample((Account, account))).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("<NrRB>73111111111111111111111112</NrRB>", "KSF-1338")]
    [InlineData("<NrRB>PL73111111111111111111111112</NrRB>", "KSF-1338")]
    [InlineData("<NrRB>37 1111 1111 1111 1111 1111 1111</NrRB>", "KSF-1338")]
    [InlineData("<NrRB>73111111111111111111111112</NrRB><SWIFT>BREXPLPW</SWIFT>", "KSF-1338")]
    [InlineData("<NrRB>7311111111111111111111111</NrRB>", "KSF-1339")]
    [InlineData("<NrRB>731111111111111111111111111</NrRB>", "KSF-1339")]
    public void Check_WrongAccount_IsAcceptedWithAWarning(string account, string code)
    {
        var check = Check.Of(Edited.Sample((Account, account)));

        check.IsAccepted.ShouldBeTrue();
        check.Findings.Select(finding => (finding.Code, finding.Path)).ShouldBe([(code, "/Faktura/Fa/Platnosc/RachunekBankowy[1]/NrRB")]);
    }

    [Fact]
    public void Check_FactorsAccount_IsNotTakenForForeignByTheOthersBank()
    {
        var content = Edited.Sample(
            (Account, Account + "<SWIFT>DEUTDEFF</SWIFT>"),
            ("</RachunekBankowy>", "</RachunekBankowy><RachunekBankowyFaktora><NrRB>73111111111111111111111112</NrRB></RachunekBankowyFaktora>"));

        Check.Of(content).Findings.Select(finding => finding.Path).ShouldBe(["/Faktura/Fa/Platnosc/RachunekBankowyFaktora[1]/NrRB"]);
    }
}
