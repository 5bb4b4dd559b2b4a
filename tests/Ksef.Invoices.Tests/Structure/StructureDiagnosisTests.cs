using System.Text;
using Ksef.Invoices.Tests.Checking;
using SampleInvoices.Broken;

namespace Ksef.Invoices.Tests.Structure;

public sealed class StructureDiagnosisTests
{
    /// <summary>Samples in which one mistake is two for the schema.</summary>
    private static readonly string[] Twofold = ["more mistakes than anybody reads"];

    public static TheoryData<string> SingleMistakes =>
    [
        .. BrokenInvoices.All
            .Where(broken => broken.Code.StartsWith("KSF-12", StringComparison.Ordinal) && !Twofold.Contains(broken.Name))
            .Select(broken => broken.Name),
    ];

    [Theory]
    [MemberData(nameof(SingleMistakes))]
    public void Check_OneMistake_IsNotReportedTwice(string name)
    {
        var broken = BrokenInvoices.All.Single(sample => sample.Name == name);

        Check.Of(broken.Content).Codes().ShouldBe([broken.Code]);
    }

    [Fact]
    public void Check_ManyMistakes_AreAllReportedInTheOrderOfTheFile()
    {
        var content = Edited.Sample(
            ("<NIP>2222222222</NIP>", "<NIP>PL2222222222</NIP>"),
            ("<P_1>2026-02-02</P_1>", string.Empty),
            ("<P_14_1>27.60</P_14_1>", string.Empty),
            ("<P_16>2</P_16>", "<P_16>nie</P_16>"),
            ("<P_12>5</P_12>", "<P_12>5%</P_12>"),
            ("<FormaPlatnosci>6</FormaPlatnosci>", "<FormaPlatnosci>przelew</FormaPlatnosci>"));

        var findings = Check.Of(content).Findings;

        findings.Select(finding => (finding.Code, finding.Path)).ShouldBe(
        [
            ("KSF-1213", "/Faktura/Podmiot2/DaneIdentyfikacyjne/NIP"),
            ("KSF-1201", "/Faktura/Fa/P_1"),
            ("KSF-1201", "/Faktura/Fa/P_14_1"),
            ("KSF-1211", "/Faktura/Fa/Adnotacje/P_16"),
            ("KSF-1211", "/Faktura/Fa/FaWiersz[1]/P_12"),
            ("KSF-1211", "/Faktura/Fa/Platnosc/FormaPlatnosci"),
        ]);
    }

    [Fact]
    public void Check_WrongValue_IsNamedWithLineAndColumn()
    {
        var content = Edited.Sample(("<P_2>FV/2026/02/0001</P_2>", "<P_2></P_2>"));
        var lines = Encoding.UTF8.GetString(content).Split('\n');

        var finding = Check.Of(content).Findings.ShouldHaveSingleItem();

        lines[finding.Line!.Value - 1][(finding.Column!.Value - 1)..].ShouldStartWith("P_2>");
    }

    [Fact]
    public void Check_MissingField_SpeaksToABookkeeper()
    {
        var finding = Check.Of(BrokenInvoices.MissingField.Content).Findings.ShouldHaveSingleItem();

        finding.MessagePl.ShouldBe("W części Fa (treść faktury) brakuje wymaganego pola P_15 (kwota należności ogółem).");
        finding.MessageEn.ShouldBe("The required field P_15 (total due) is missing in Fa (invoice body).");
    }

    [Fact]
    public void Check_BracesInAValue_AreNotTakenForPlaceholders()
    {
        var content = Edited.Sample(("<P_12>23</P_12>", "<P_12>{allowed}</P_12>"));

        Check.Of(content).Findings.ShouldHaveSingleItem().MessageEn.ShouldContain("\"{allowed}\"");
    }

    [Fact]
    public void Check_MoreMistakesThanTheLimit_CountsTheRest()
    {
        var findings = Check.Of(BrokenInvoices.All.Single(broken => broken.Code == "KSF-1290").Content).Findings;

        findings.Count.ShouldBe(101);
        findings[^1].MessageEn.ShouldBe("The file has more errors than are shown here (100).");
    }
}
