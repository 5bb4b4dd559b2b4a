using System.Text;
using Ksef.Invoices.Tests.Checking;
using SampleInvoices;

namespace Ksef.Invoices.Tests.Structure;

/// <summary>What is wrong in a line of the invoice names that line; what is wrong in many of them is one finding.</summary>
public sealed class InvoiceLineTests
{
    [Fact]
    public void Check_WrongValueInALine_NamesTheLineAndItsNumber()
    {
        var finding = Check.Of(Edited.Sample(("<NrWierszaFa>2</NrWierszaFa>", "<NrWierszaFa>20</NrWierszaFa>"), ("<P_12>23</P_12>", "<P_12>24</P_12>"))).Findings.ShouldHaveSingleItem();

        finding.MessagePl.ShouldStartWith("Pole P_12 (stawka VAT) w pozycji 3 (NrWierszaFa 3) ma wartość „24”.");
        finding.MessageEn.ShouldStartWith("The field P_12 (VAT rate) in invoice line 3 (NrWierszaFa 3) has the value \"24\".");
    }

    [Fact]
    public void Check_WrongValueInALineOfAnotherNumber_NamesBoth()
    {
        var finding = Check.Of(Edited.Sample(("<NrWierszaFa>3</NrWierszaFa>", "<NrWierszaFa>30</NrWierszaFa>"), ("<P_12>23</P_12>", "<P_12>24</P_12>"))).Findings.ShouldHaveSingleItem();

        finding.MessageEn.ShouldContain("in invoice line 3 (NrWierszaFa 30)");
        finding.Path.ShouldBe("/Faktura/Fa/FaWiersz[3]/P_12");
    }

    [Fact]
    public void Check_FieldMissingInALine_NamesTheLine()
    {
        var finding = Check.Of(Edited.Sample(("<NrWierszaFa>2</NrWierszaFa>", string.Empty))).Findings.ShouldHaveSingleItem();

        finding.MessagePl.ShouldBe("W części FaWiersz (pozycja faktury) nr 2 brakuje wymaganego pola NrWierszaFa (numer pozycji).");
        finding.MessageEn.ShouldBe("The required field NrWierszaFa (line number) is missing in FaWiersz (invoice line) 2.");
    }

    [Fact]
    public void Check_WrongValueInALineOfUbl_NamesTheLine()
    {
        var content = Edited.Sample(new SampleInvoice { Schema = SampleSchema.Pef3 }, ("<cbc:LineExtensionAmount currencyID=\"PLN\">733.50", "<cbc:LineExtensionAmount currencyID=\"PLN\">733,50"));

        Check.Of(content).Findings.ShouldHaveSingleItem().MessageEn.ShouldContain("in invoice line 2 (ID 2)");
    }

    [Fact]
    public void Check_AHundredEqualMistakes_AreOneFindingWithItsLines()
    {
        var finding = Check.Of(Lines(100, _ => "24")).Findings.ShouldHaveSingleItem();

        finding.Count.ShouldBe(100);
        (finding.Code, finding.Path).ShouldBe(("KSF-1211", "/Faktura/Fa/FaWiersz[1]/P_12"));
        finding.MessagePl.ShouldEndWith(" Tak samo w 99 dalszych pozycjach: 2–100 (NrWierszaFa: 2–100).");
        finding.MessageEn.ShouldEndWith(" The same in 99 other invoice lines: 2–100 (NrWierszaFa: 2–100).");
    }

    [Fact]
    public void Check_EqualMistakesWithDifferentValues_AreOneFinding() =>
        Check.Of(Lines(50, index => (24 + index).ToString(System.Globalization.CultureInfo.InvariantCulture))).Findings.ShouldHaveSingleItem().Count.ShouldBe(50);

    [Fact]
    public void Check_EqualMistakesInSomeLines_AreListedInRanges()
    {
        int[] wrong = [2, 3, 4, 7, 9, 10];

        var finding = Check.Of(Lines(12, index => wrong.Contains(index) ? "24" : "23")).Findings.ShouldHaveSingleItem();

        finding.MessageEn.ShouldContain("in invoice line 2 (NrWierszaFa 2)");
        finding.MessageEn.ShouldEndWith("The same in 5 other invoice lines: 3, 4, 7, 9, 10 (NrWierszaFa: 3, 4, 7, 9, 10).");
    }

    [Fact]
    public void Check_AFewEqualMistakes_KeepTheirPlaces() =>
        Check.Of(Lines(3, _ => "24")).Findings.Select(finding => finding.Path).ShouldBe(["/Faktura/Fa/FaWiersz[1]/P_12", "/Faktura/Fa/FaWiersz[2]/P_12", "/Faktura/Fa/FaWiersz[3]/P_12"]);

    [Fact]
    public void Check_TwoKindsOfMistakeInEveryLine_AreTwoFindings()
    {
        var content = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Lines(80, _ => "24")).Replace("<P_8A>szt.</P_8A>", "<P_8A></P_8A>", StringComparison.Ordinal));

        Check.Of(content).Findings.Select(finding => (finding.Code, finding.Count)).ShouldBe([("KSF-1208", 80), ("KSF-1211", 80)]);
    }

    [Fact]
    public void Check_EqualMistakesOutsideOfLines_AreOneFindingWithTheLinesOfTheFile()
    {
        var cells = new SampleInvoice { Attachment = new SampleAttachment(30) };
        var content = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(cells.ToBytes()).Replace("<WKom>", "\n<WKom obcy=\"1\">", StringComparison.Ordinal));

        var finding = Check.Of(content).Findings.ShouldHaveSingleItem();

        finding.Count.ShouldBeGreaterThan(30);
        finding.MessageEn.ShouldContain($"The same in {finding.Count - 1} other places (lines of the file: ");
    }

    [Fact]
    public void Check_ManyBareAmpersands_AreOneFinding()
    {
        var finding = Check.Of(Edited.Sample(("<P_7>", "<P_7>" + string.Concat(Enumerable.Repeat("& ", 500))))).Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Count).ShouldBe(("KSF-1012", 500));
    }

    [Fact]
    public void Check_FloodOfOneMistake_IsLookedThroughUpToALimitAndRefused()
    {
        var findings = Check.Of(Edited.Sample(("<P_2>", string.Concat(Enumerable.Repeat("<a/>", 30_000)) + "<P_2>"))).Findings;

        findings.Select(finding => (finding.Code, finding.Count)).ShouldBe([("KSF-1204", 20_000), ("KSF-1290", 1)]);
    }

    private static byte[] Lines(int count, Func<int, string> rate) => new SampleInvoice
    {
        Lines = [.. Enumerable.Range(1, count).Select(index => new SampleLine("Towar", "szt.", 1, 1, SampleRate.Standard23 with { Code = rate(index) }))],
    }.ToBytes();
}
