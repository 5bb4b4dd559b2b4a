using SampleInvoices;

namespace Ksef.Invoices.Tests.Checking;

public sealed class ContextTests
{
    private const string OtherContext = "KSF-1303";

    [Fact]
    public void Check_SellerIsContext_IsAccepted() =>
        Check.Of(new SampleInvoice(), For(SampleNips.Seller)).Findings.ShouldBeEmpty();

    [Fact]
    public void Check_SellerIsAnother_IsRefusedWithBothNips()
    {
        var finding = Check.Of(new SampleInvoice(), For(SampleNips.Stranger)).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe(OtherContext);
        finding.MessagePl.ShouldContain(SampleNips.Seller);
        finding.MessagePl.ShouldContain(SampleNips.Stranger);
        finding.Path.ShouldBe("/Faktura/Podmiot1/DaneIdentyfikacyjne/NIP");
    }

    [Fact]
    public void Check_BuyerSelfBills_IsAccepted() =>
        Check.Of(new SampleInvoice { SelfBilling = true }, For(SampleNips.Buyer)).Findings.ShouldBeEmpty();

    [Fact]
    public void Check_BuyerWithoutSelfBilling_IsRefused() =>
        Check.Of(new SampleInvoice(), For(SampleNips.Buyer)).Codes().ShouldBe([OtherContext]);

    [Fact]
    public void Check_StrangerOnSelfBilledInvoice_IsRefused() =>
        Check.Of(new SampleInvoice { SelfBilling = true }, For(SampleNips.Stranger)).Codes().ShouldBe([OtherContext]);

    [Fact]
    public void Check_AuthorisedParty_IsAccepted() =>
        Check.Of(new SampleInvoice { AuthorisedParty = SampleParty.Buyer with { Nip = SampleNips.Stranger } }, For(SampleNips.Stranger)).Findings.ShouldBeEmpty();

    [Fact]
    public void Check_BuyerIssuesVatRr_IsAccepted() =>
        Check.Of(new SampleInvoice { Schema = SampleSchema.FaRr1, Seller = SampleParty.Farmer }, For(SampleNips.Buyer)).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("5", true)]
    [InlineData("9", true)]
    [InlineData("2", false)]
    public void Check_ThirdParty_MayIssueOnlyInThatRole(string role, bool accepted)
    {
        var text = System.Text.Encoding.UTF8.GetString(new SampleInvoice().ToBytes()).Replace(
            "</Podmiot2>",
            $"</Podmiot2><Podmiot3><DaneIdentyfikacyjne><NIP>{SampleNips.Stranger}</NIP><Nazwa>Biuro</Nazwa></DaneIdentyfikacyjne><Rola>{role}</Rola></Podmiot3>",
            StringComparison.Ordinal);

        Check.Of(System.Text.Encoding.UTF8.GetBytes(text), For(SampleNips.Stranger)).IsAccepted.ShouldBe(accepted);
    }

    private static InvoiceCheckOptions For(string nip) => new() { ContextNip = nip };
}
