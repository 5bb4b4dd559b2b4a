using Ksef.Invoices.Tests.Structure;
using SampleInvoices;

namespace Ksef.Invoices.Tests.Checking;

/// <summary>P_19N says that nothing on the invoice is exempt from VAT.</summary>
public sealed class ExemptionTests
{
    private static readonly SampleLine Exempt = new("Szkolenie BHP", "usł.", 1, 250, SampleRate.Exempt);

    private static readonly SampleCorrection Original = new("FV/1", new DateOnly(2026, 1, 1));

    [Fact]
    public void Check_ExemptLineWithItsBasis_FindsNothing() => Check.Of(new SampleInvoice { Lines = [Exempt] }).Findings.ShouldBeEmpty();

    [Fact]
    public void Check_ExemptTotalWithoutALine_IsNoticed() =>
        Check.Of(Edited.Sample(("<P_15>3114.38<", "<P_13_7>10.00</P_13_7><P_15>3124.38<"))).Codes().ShouldContain("KSF-1333");

    [Fact]
    public void Check_CorrectionThatTakesAnExemptLineBack_FindsNothing()
    {
        var taxed = Exempt with { Rate = SampleRate.Standard23 };

        Check.Of(WithoutBasis([Exempt with { BeforeCorrection = true }, taxed])).Findings.ShouldBeEmpty();
        Check.Of(WithoutBasis([Exempt with { Quantity = -1 }, taxed])).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Check_CorrectionThatMakesALineExempt_IsNoticed() =>
        Check.Of(WithoutBasis([Exempt with { Rate = SampleRate.Standard23, BeforeCorrection = true }, Exempt])).Codes().ShouldBe(["KSF-1333"]);

    private static byte[] WithoutBasis(IReadOnlyList<SampleLine> lines) => Edited.Sample(
        new SampleInvoice { Correction = Original, Lines = lines },
        ("<P_19>1</P_19>", "<P_19N>1</P_19N>"),
        ("<P_19A>art. 43 ust. 1 ustawy o VAT</P_19A>", string.Empty));
}
