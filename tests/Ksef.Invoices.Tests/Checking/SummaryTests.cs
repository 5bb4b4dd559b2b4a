using SampleInvoices;
using SampleInvoices.Broken;

namespace Ksef.Invoices.Tests.Checking;

public sealed class SummaryTests
{
    [Theory]
    [InlineData(SampleSchema.Fa3, "VAT")]
    [InlineData(SampleSchema.Fa2, "VAT")]
    [InlineData(SampleSchema.FaRr1, "VAT_RR")]
    [InlineData(SampleSchema.Pef3, "380")]
    [InlineData(SampleSchema.PefKor3, "381")]
    public void Check_EverySchema_GivesTheSameSummary(SampleSchema schema, string type)
    {
        var sample = new SampleInvoice { Schema = schema, Currency = "EUR", Number = "A/7", IssueDate = new DateOnly(2026, 3, 4) };

        var invoice = Check.Of(sample).Invoice!;

        invoice.SellerNip.ShouldBe(SampleNips.Seller);
        invoice.SellerName.ShouldBe(sample.Seller.Name);
        invoice.BuyerNip.ShouldBe(SampleNips.Buyer);
        invoice.BuyerName.ShouldBe(sample.Buyer.Name);
        invoice.Number.ShouldBe("A/7");
        invoice.InvoiceType.ShouldBe(type);
        invoice.IssueDate.ShouldBe(new DateOnly(2026, 3, 4));
        invoice.Currency.ShouldBe("EUR");
        invoice.TotalNet.ShouldBe(2945.50m);
        invoice.TotalGross.ShouldBe(invoice.TotalNet + invoice.TotalTax);
        invoice.LineCount.ShouldBe(3);
        invoice.HasAttachment.ShouldBeFalse();
        invoice.IsCorrection.ShouldBe(schema == SampleSchema.PefKor3);
        invoice.IsSelfBilled.ShouldBe(schema == SampleSchema.FaRr1);
    }

    [Fact]
    public void Check_ConsumerAsBuyer_HasNoBuyerNip() =>
        Check.Of(new SampleInvoice { Buyer = SampleParty.Consumer }).Invoice!.BuyerNip.ShouldBeNull();

    [Fact]
    public void Check_Attachment_IsNoticed() =>
        Check.Of(new SampleInvoice { Attachment = new SampleAttachment() }).Invoice!.HasAttachment.ShouldBeTrue();

    [Fact]
    public void Check_Correction_IsNoticed() =>
        Check.Of(new SampleInvoice { Correction = new SampleCorrection("FV/1", new DateOnly(2026, 1, 1)) }).Invoice!.IsCorrection.ShouldBeTrue();

    [Fact]
    public void Check_BrokenStructure_StillGivesTheRest()
    {
        var invoice = Check.Of(BrokenInvoices.MissingField.Content).Invoice!;

        invoice.Number.ShouldBe("FV/2026/02/0001");
        invoice.TotalGross.ShouldBeNull();
    }

    [Fact]
    public void Check_AmountsBeyondAnySum_AreRefusedAndLeftOut()
    {
        const string Huge = "79228162514264337593543950335";
        var text = System.Text.Encoding.UTF8.GetString(new SampleInvoice().ToBytes())
            .Replace("<P_13_1>120.00<", $"<P_13_1>{Huge}<", StringComparison.Ordinal)
            .Replace("<P_13_3>2825.50<", $"<P_13_3>{Huge}<", StringComparison.Ordinal);

        var check = Check.Of(System.Text.Encoding.UTF8.GetBytes(text));

        check.IsAccepted.ShouldBeFalse();
        check.Invoice!.TotalNet.ShouldBeNull();
    }

    [Fact]
    public void Check_NotAnInvoice_HasNoSummary() => Check.Of(BrokenInvoices.NotXml.Content).Invoice.ShouldBeNull();
}
