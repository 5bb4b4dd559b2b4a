using System.Text;
using Ksef.Invoices.Tests.Structure;
using SampleInvoices;

namespace Ksef.Invoices.Tests.Checking;

public sealed class LineTests
{
    private static readonly SampleCorrection Original = new("FV/1", new DateOnly(2026, 1, 1));

    private static readonly SampleLine Line = SampleLine.Flour[0];

    [Fact]
    public void Check_ValueAgainstQuantityAndPrice_IsNamedWithItsLine()
    {
        var finding = Check.Of(Edited.Sample(("<P_8B>15</P_8B>", "<P_8B>-15</P_8B>"))).Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Path).ShouldBe(("KSF-1334", "/Faktura/Fa/FaWiersz[2]/P_11"));
        finding.MessageEn.ShouldBe("P_11 (net value) in invoice line 2 (NrWierszaFa 2) is 733.50, but the line's quantity and price give an amount of the opposite sign.");
    }

    [Fact]
    public void Check_SignsAndNumbersInVatRr_AreComparedToo()
    {
        var purchase = new SampleInvoice { Schema = SampleSchema.FaRr1, Seller = SampleParty.Farmer, Buyer = SampleParty.Seller };
        var content = Edited.Sample(purchase, ("<P_6B>40</P_6B>", "<P_6B>-40</P_6B>"), ("<NrWierszaFa>2<", "<NrWierszaFa>1<"));

        Check.Of(content).Findings.Select(finding => (finding.Code, finding.Path)).ShouldBe([
            ("KSF-1334", "/Faktura/FakturaRR/FakturaRRWiersz[1]/P_8"),
            ("KSF-1336", "/Faktura/FakturaRR/FakturaRRWiersz[2]/NrWierszaFa")]);
    }

    [Fact]
    public void Check_SeveralInvoicesCorrected_MayRepeatTheirNumbers()
    {
        var correction = new SampleInvoice { Correction = Original, Lines = [Line, Line] };
        const string Other = "</DaneFaKorygowanej><DaneFaKorygowanej><DataWystFaKorygowanej>2026-01-02</DataWystFaKorygowanej><NrFaKorygowanej>FV/2</NrFaKorygowanej><NrKSeFN>1</NrKSeFN></DaneFaKorygowanej>";

        Check.Of(Edited.Sample(correction, ("</DaneFaKorygowanej>", Other), ("<NrWierszaFa>2<", "<NrWierszaFa>1<"))).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Check_DiscountGreaterThanTheValue_FindsNothing()
    {
        var lines = new SampleInvoice { Lines = [Line, new SampleLine("Rabat", "usł.", 1, -10, SampleRate.Standard23)] };

        Check.Of(Edited.Sample(lines, ("<P_9A>-10", "<P_9A>10"), ("<P_11>-10", "<P_10>20.00</P_10><P_11>-10"))).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Check_NegativeQuantityOnACorrection_FindsNothing() =>
        Check.Of(new SampleInvoice { Correction = Original, Lines = [Line with { Quantity = -1 }] }).Findings.ShouldBeEmpty();

    [Fact]
    public void Check_DiscountAsANegativePrice_FindsNothing() =>
        Check.Of(new SampleInvoice { Lines = [Line, Line with { Quantity = 1, UnitPrice = -1 }] }).Findings.ShouldBeEmpty();

    [Fact]
    public void Check_NegativeQuantitiesOfManyLines_AreOneFinding()
    {
        var lines = Enumerable.Repeat(Line with { Quantity = -1 }, 50);

        var finding = Check.Of(new SampleInvoice { Lines = [.. lines] }).Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Count).ShouldBe(("KSF-1335", 50));
        finding.MessageEn.ShouldEndWith(" The same in 49 other invoice lines: 2–50 (NrWierszaFa: 2–50).");
    }

    [Theory]
    [InlineData("ZAL")]
    [InlineData("KOR")]
    [InlineData("KOR_ROZ")]
    public void Check_KindThatNeedsNoLines_DoesNotMissThem(string type) => Check.Of(OfType(type)).Codes().ShouldNotContain("KSF-1332");

    [Theory]
    [InlineData("VAT")]
    [InlineData("UPR")]
    [InlineData("ROZ")]
    public void Check_KindThatNeedsLines_MissesThem(string type) => Check.Of(OfType(type)).Codes().ShouldContain("KSF-1332");

    [Fact]
    public void Check_LineBeforeAndAfterACorrection_MayShareANumber()
    {
        var correction = new SampleInvoice { Correction = Original, Lines = [Line with { BeforeCorrection = true }, Line with { Quantity = 1 }] };

        Check.Of(Edited.Sample(correction, ("<NrWierszaFa>2<", "<NrWierszaFa>1<"))).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Check_LineTakenBackAndGivenAnew_MayShareANumber()
    {
        var correction = new SampleInvoice { Correction = Original, Lines = [Line with { Quantity = -40 }, Line with { Quantity = 1 }] };

        Check.Of(Edited.Sample(correction, ("<NrWierszaFa>2<", "<NrWierszaFa>1<"))).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Check_ThirdLineOfOneNumberOnACorrection_IsNoticed()
    {
        var correction = new SampleInvoice { Correction = Original, Lines = [Line with { BeforeCorrection = true }, Line, Line] };

        Check.Of(Edited.Sample(correction, ("<NrWierszaFa>2<", "<NrWierszaFa>1<"), ("<NrWierszaFa>3<", "<NrWierszaFa>1<")))
            .Findings.Select(finding => (finding.Code, finding.Path)).ShouldBe([("KSF-1336", "/Faktura/Fa/FaWiersz[3]/NrWierszaFa")]);
    }

    private static byte[] OfType(string type)
    {
        var text = Encoding.UTF8.GetString(new SampleInvoice { Lines = [], TotalGross = 0 }.ToBytes());
        return Encoding.UTF8.GetBytes(text.Replace(">VAT</RodzajFaktury>", $">{type}</RodzajFaktury>", StringComparison.Ordinal));
    }
}
