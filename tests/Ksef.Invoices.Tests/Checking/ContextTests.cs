using System.Text;
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
        Check.Of(WithThirdParties((SampleNips.Stranger, role)), For(SampleNips.Stranger)).IsAccepted.ShouldBe(accepted);
    }

    [Fact]
    public void Check_AnotherThirdPartyIssues_DoesNotLendItsRole() =>
        Check.Of(WithThirdParties((SampleNips.Stranger, "2"), (SampleNips.Farmer, "5")), For(SampleNips.Stranger)).Codes().ShouldBe([OtherContext]);

    private static byte[] WithThirdParties(params (string Nip, string Role)[] parties)
    {
        var elements = parties.Select(party =>
            $"<Podmiot3><DaneIdentyfikacyjne><NIP>{party.Nip}</NIP><Nazwa>Biuro</Nazwa></DaneIdentyfikacyjne><Rola>{party.Role}</Rola></Podmiot3>");
        var text = Encoding.UTF8.GetString(new SampleInvoice().ToBytes());
        return Encoding.UTF8.GetBytes(text.Replace("</Podmiot2>", "</Podmiot2>" + string.Concat(elements), StringComparison.Ordinal));
    }

    private static InvoiceCheckOptions For(string nip) => new() { ContextNip = nip };
}
