using Ksef.Invoices.Tests.Checking;
using SampleInvoices;

namespace Ksef.Invoices.Tests.Structure;

/// <summary>A wrong code brings the code that was probably meant, and what the list allows.</summary>
public sealed class CodeListTests
{
    private const string NotAllowed = "KSF-1211";

    [Theory]
    [InlineData("zł", "PLN (zloty)")]
    [InlineData("zl.", "PLN (zloty)")]
    [InlineData("pln", "PLN (zloty)")]
    [InlineData("ZŁOTY", "PLN (zloty)")]
    [InlineData("€", "EUR (euro)")]
    [InlineData("dolar amerykański", "USD (US dollar)")]
    [InlineData("Kč", "CZK (Czech koruna)")]
    public void Check_WrongCurrency_AsksForTheLikelyOne(string currency, string meant) =>
        MessageOf("<KodWaluty>PLN<", $"<KodWaluty>{currency}<").ShouldContain($" Is {meant} meant? Allowed values: three-letter currency codes of ISO 4217");

    [Theory]
    [InlineData("Polska", "PL (Poland)")]
    [InlineData("POL", "PL (Poland)")]
    [InlineData("pl", "PL (Poland)")]
    [InlineData("UK", "GB (United Kingdom)")]
    [InlineData("EL", "GR (Greece)")]
    public void Check_WrongCountry_AsksForTheLikelyOne(string country, string meant) =>
        MessageOf("<KodKraju>PL<", $"<KodKraju>{country}<").ShouldContain($" Is {meant} meant? Allowed values: two-letter country codes of ISO 3166");

    [Theory]
    [InlineData("przelew", "6 (bank transfer)")]
    [InlineData("Przelew 14 dni", "6 (bank transfer)")]
    [InlineData("GOTOWKA", "1 (cash)")]
    [InlineData("karta płatnicza", "2 (card)")]
    [InlineData("blik", "7 (mobile payment)")]
    public void Check_PaymentInWords_AsksForItsNumber(string payment, string meant) =>
        MessageOf("<FormaPlatnosci>6<", $"<FormaPlatnosci>{payment}<").ShouldContain($" Is {meant} meant? Allowed values: 1 (cash), 2 (card)");

    [Fact]
    public void Check_PaymentOfNoKnownKind_NamesTheFieldsForOthers()
    {
        var message = MessageOf("<FormaPlatnosci>6<", "<FormaPlatnosci>kompensata<");

        message.ShouldNotContain("meant?");
        message.ShouldContain("PlatnoscInna");
    }

    [Theory]
    [InlineData("Faktor", "1 (factor)")]
    [InlineData("odbiorca", "2 (recipient)")]
    [InlineData("płatnik", "6 (payer)")]
    [InlineData("JST - wystawca", null)]
    public void Check_RoleInWords_AsksForItsNumber(string role, string? meant)
    {
        var message = MessageOf(
            "</Podmiot2>",
            $"</Podmiot2><Podmiot3><DaneIdentyfikacyjne><NIP>{SampleNips.Stranger}</NIP><Nazwa>Biuro</Nazwa></DaneIdentyfikacyjne><Rola>{role}</Rola></Podmiot3>");

        message.Contains($" Is {meant} meant?", StringComparison.Ordinal).ShouldBe(meant is not null);
        message.ShouldContain("1 (factor), 2 (recipient), 3 (original entity)");
    }

    [Theory]
    [InlineData("23%", "23")]
    [InlineData("23.00", "23")]
    [InlineData("0,23", "23")]
    [InlineData("ZW", "zw (exempt)")]
    [InlineData("0KR", "0 KR")]
    [InlineData("0", null)]
    [InlineData("np", null)]
    public void Check_RateInAnotherSpelling_AsksForTheLikelyOne(string rate, string? meant) =>
        MessageOf("<P_12>23<", $"<P_12>{rate}<").Contains($" Is {meant} meant?", StringComparison.Ordinal).ShouldBe(meant is not null);

    [Theory]
    [InlineData("<P_16>2<", "<P_16>nie<", "Is 2 meant?")]
    [InlineData("<JST>2<", "<JST>true<", "Is 1 meant?")]
    [InlineData("<P_19N>1<", "<P_19N>tak<", "Is 1 meant?")]
    [InlineData("<P_19N>1<", "<P_19N>0<", "If it does not apply to this invoice, leave the field out.")]
    [InlineData("<P_12>23</P_12>", "<P_12>23</P_12><GTU>7</GTU>", "Is GTU_07 meant?")]
    [InlineData("<RodzajFaktury>VAT<", "<RodzajFaktury>faktura VAT<", "Is VAT (ordinary invoice) meant?")]
    public void Check_AnswerInWords_AsksForTheCode(string valid, string broken, string hint) => MessageOf(valid, broken).ShouldContain(hint);

    [Fact]
    public void Check_WrongCode_IsAskedForInPolishToo() =>
        Check.Of(Edited.Sample(("<FormaPlatnosci>6<", "<FormaPlatnosci>przelew<"))).Findings.ShouldHaveSingleItem().MessagePl
            .ShouldContain("Czy chodzi o 6 (przelew)? Dozwolone wartości: 1 (gotówka), 2 (karta)");

    [Fact]
    public void Check_AttributeOfAList_NamesItsValues()
    {
        var finding = Check.Of(Edited.Sample(new SampleInvoice { Attachment = new SampleAttachment(2) }, ("Typ=\"txt\"", "Typ=\"tekst\""))).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe("KSF-1222");
        finding.MessageEn.ShouldContain("txt");
    }

    [Fact]
    public void Check_UnitMissingInUbl_NamesTheListOfUnits() =>
        Check.Of(Edited.Sample(new SampleInvoice { Schema = SampleSchema.Pef3 }, (" currencyID=\"PLN\"", string.Empty))).Findings[0].MessageEn.ShouldContain("ISO 4217");

    private static string MessageOf(string valid, string broken)
    {
        var finding = Check.Of(Edited.Sample((valid, broken))).Findings.First(finding => finding.Severity == FindingSeverity.Error);
        finding.Code.ShouldBe(NotAllowed);
        return finding.MessageEn;
    }
}
