using FsCheck;
using FsCheck.Fluent;
using SampleInvoices;

namespace Ksef.Invoices.Tests.Checking;

public sealed class TotalsTests
{
    private static readonly Gen<SampleLine> Lines =
        from quantity in Gen.Choose(1, 100_000)
        from price in Gen.Choose(1, 10_000_000)
        from rate in Gen.Elements(SampleRate.All.ToArray())
        select new SampleLine("Towar", "szt.", quantity / 1000m, price / 100m, rate);

    private static readonly Gen<SampleInvoice> Invoices =
        from lines in Gen.NonEmptyListOf(Lines)
        select new SampleInvoice { Lines = [.. lines] };

    [Fact]
    public void Check_TotalsThatFitTheLines_FindsNothing() =>
        Prop.ForAll(Invoices.ToArbitrary(), invoice => Check.Of(invoice).Findings.Count == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void Check_TotalDueOffByMoreThanAGrosz_IsNoticed()
    {
        var wrong = from invoice in Invoices
                    from grosze in Gen.Choose(2, 1_000_000)
                    select invoice with { TotalGross = Check.Of(invoice).Invoice!.TotalGross + (grosze / 100m) };

        Prop.ForAll(wrong.ToArbitrary(), invoice => Check.Of(invoice).Codes().SequenceEqual(["KSF-1312"])).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Check_LineMissingFromTheTotals_IsNoticed()
    {
        var wrong = from invoice in Invoices
                    from line in Lines.Where(line => line.Net > 5)
                    select (Stated: invoice, Real: invoice with { Lines = [.. invoice.Lines, line] });

        Prop.ForAll(wrong.ToArbitrary(), pair => Check.Of(WithLinesOf(pair.Real, pair.Stated)).Codes().Any(code => code is "KSF-1310" or "KSF-1314")).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Check_TotalWithoutLines_IsNoticed()
    {
        var stated = new SampleInvoice { Lines = [.. SampleLine.Flour, new SampleLine("Szkolenie", "usł.", 1, 10, SampleRate.Exempt)] };

        Check.Of(WithLinesOf(new SampleInvoice(), stated)).Codes().ShouldBe(["KSF-1310"]);
    }

    [Fact]
    public void Check_TotalOfARateLeftOut_IsNotCalledZero()
    {
        var lines = new SampleInvoice { Lines = [.. SampleLine.Flour, new SampleLine("Szkolenie", "usł.", 1, 10, SampleRate.Reduced8)] };

        var finding = Check.Of(WithLinesOf(lines, new SampleInvoice())).Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Path).ShouldBe(("KSF-1314", "/Faktura/Fa/P_13_2"));
        finding.MessageEn.ShouldBe("The invoice has no field P_13_2 (net, 8% or 7%), but its lines at that rate add up to 10.00.");
    }

    [Theory]
    [InlineData("ZAL")]
    [InlineData("ROZ")]
    public void Check_AdvanceOrSettlement_DoesNotCompareLines(string type)
    {
        var other = new SampleInvoice { Lines = [SampleLine.Flour[0]] };
        var text = System.Text.Encoding.UTF8.GetString(WithLinesOf(new SampleInvoice(), other)).Replace(">VAT</RodzajFaktury>", $">{type}</RodzajFaktury>", StringComparison.Ordinal);

        Check.Of(System.Text.Encoding.UTF8.GetBytes(text)).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Check_CorrectionWithStateBefore_CountsItAgainstTheTotals()
    {
        var line = SampleLine.Flour[0];
        var correction = new SampleInvoice
        {
            Correction = new SampleCorrection("FV/1", new DateOnly(2026, 1, 1)),
            Lines = [line with { BeforeCorrection = true }, line with { Quantity = 1 }],
        };

        Check.Of(correction).Findings.ShouldBeEmpty();
    }

    /// <summary>The one invoice's lines under the other's totals.</summary>
    private static byte[] WithLinesOf(SampleInvoice lines, SampleInvoice totals)
    {
        const string FirstLine = "<FaWiersz>";
        const string Payment = "<Platnosc>";
        var source = System.Text.Encoding.UTF8.GetString(lines.ToBytes());
        var target = System.Text.Encoding.UTF8.GetString(totals.ToBytes());
        var text = string.Concat(
            target.AsSpan(0, target.IndexOf(FirstLine, StringComparison.Ordinal)),
            source.AsSpan()[source.IndexOf(FirstLine, StringComparison.Ordinal)..source.IndexOf(Payment, StringComparison.Ordinal)],
            target.AsSpan(target.IndexOf(Payment, StringComparison.Ordinal)));
        return System.Text.Encoding.UTF8.GetBytes(text);
    }
}
