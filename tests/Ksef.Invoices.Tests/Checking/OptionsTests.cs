using SampleInvoices;
using SampleInvoices.Broken;

namespace Ksef.Invoices.Tests.Checking;

public sealed class OptionsTests
{
    [Fact]
    public void Check_SchemaTheEnvironmentRefuses_IsRefusedAndStillRead()
    {
        var check = Check.Of(new SampleInvoice { Schema = SampleSchema.Fa2 }, new InvoiceCheckOptions { AllowedSchemas = [InvoiceSchema.Fa3, InvoiceSchema.FaRr1] });

        check.Codes().ShouldBe(["KSF-1104"]);
        check.Findings[0].MessageEn.ShouldContain("FA(3), FA_RR(1)");
        check.Invoice!.Number.ShouldBe("FV/2026/02/0001");
    }

    [Theory]
    [InlineData(SampleSchema.Fa3, true)]
    [InlineData(SampleSchema.FaRr1, true)]
    [InlineData(SampleSchema.Pef3, false)]
    [InlineData(SampleSchema.PefKor3, false)]
    public void Check_InBatch_TakesWhatKsefTakes(SampleSchema schema, bool accepted) =>
        Check.Of(new SampleInvoice { Schema = schema }, new InvoiceCheckOptions { InBatch = true }).IsAccepted.ShouldBe(accepted);

    [Fact]
    public void Check_ChecksumNotEnforced_TakesAnyTenDigits() =>
        Check.Of(BrokenInvoices.WrongNip.Content, new InvoiceCheckOptions { EnforceNipChecksum = false }).Findings.ShouldBeEmpty();

    [Fact]
    public void Check_NoOptions_Throws() =>
        Should.Throw<ArgumentNullException>(() => Check.Checker.Check(new SampleInvoice().ToBytes(), null!));
}
