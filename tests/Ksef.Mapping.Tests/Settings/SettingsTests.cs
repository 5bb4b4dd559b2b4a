using System.Text;

namespace Ksef.Mapping.Tests.Settings;

/// <summary>Mistakes in company.json and mapping.json are told as theirs, and stop only what needs them.</summary>
public sealed class SettingsTests
{
    private const string Seller = "\"name\": \"Firma\", \"address1\": \"ul. Zmyślona 1\"";

    [Theory]
    [InlineData("\"paymentDays\": \"14\"", "paymentDays")]
    [InlineData("\"accounts\": { \"PLN\": \"61109010140000071219812875\" }", "accounts")]
    [InlineData("\"accounts\": { \"złote\": \"61109010140000071219812874\" }", "accounts")]
    [InlineData("\"nip\": \"1234567890\"", "nip")]
    [InlineData("\"zeroRate\": \"0\"", "zeroRate")]
    [InlineData("\"kontakt\": \"x\"", "kontakt")]
    [InlineData("\"phone\": \"123456789012345678\"", "phone")]
    [InlineData("\"cashMethod\": \"nie\"", "cashMethod")]
    public void CompanyProfile_Mistake_IsToldWithItsField(string member, string field)
    {
        var mistake = Profile(member).Mistakes.ShouldHaveSingleItem();

        (mistake.Code, mistake.Place).ShouldBe(("KSF-1507", new DataPlace("company.json", null, null, field)));
    }

    [Fact]
    public void CompanyProfile_BrokenJson_IsToldWithItsPlace() =>
        CompanyProfileFile.Read("{ \"name\": \"A\"\n  \"nip\": 1 }"u8.ToArray()).Mistakes.ShouldHaveSingleItem().Place.Row.ShouldBe(2);

    [Fact]
    public async Task MapAsync_MistakeThatTheInvoiceNeeds_StopsIt() =>
        (await Mapped.CodesAsync(SimpleJson.OneLine("\"uwagi\": \"x\""), Profile("\"paymentDays\": \"14\""))).ShouldBe(["KSF-1507"]);

    [Fact]
    public async Task MapAsync_MistakeThatTheInvoiceDoesNotNeed_IsNothingToIt() =>
        (await Mapped.OneAsync(SimpleJson.OneLine("\"termin_platnosci\": \"2026-10-31\", \"forma_platnosci\": \"karta\""), Profile("\"paymentDays\": \"14\", \"accounts\": [], \"exemptionAct\": 5")))
            .Fa("Platnosc/TerminPlatnosci/Termin").ShouldBe("2026-10-31");

    [Fact]
    public async Task MapAsync_MappingWithMistake_StopsTheFile() =>
        (await Mapped.CodesAsync(SimpleJson.OneLine("\"uwagi\": \"x\""), mapping: Mapping("\"columns\": { \"Cena\": \"cena\" }"))).ShouldBe(["KSF-1508"]);

    [Theory]
    [InlineData("\"constants\": { \"waluta\": \"\" }")]
    [InlineData("\"dateFormats\": [ \"MM/yyyy\" ]")]
    [InlineData("\"dateFormats\": [ \"q\" ]")]
    [InlineData("\"encoding\": \"polski\"")]
    [InlineData("\"codes\": { \"stawka\": {} }")]
    public void DataMapping_Mistake_IsTold(string member) => Mapping(member).Mistakes.ShouldHaveSingleItem().Code.ShouldBe("KSF-1508");

    [Fact]
    public async Task MapAsync_CodesConstantsAndDefaults_AreOfTheCompany()
    {
        var mapping = Mapping("""
            "columns": { "Dokument": "numer", "Cena jedn.": "net_price" }, "constants": { "waluta": "PLN" }, "defaults": { "jednostka": "szt.", "stawka_vat": "A" },
            "codes": { "stawka_vat": { "A": "23", "-1": "zw", "1": "8" } }, "dateFormats": [ "dd/MM/yyyy" ]
            """);
        mapping.Mistakes.ShouldBeEmpty();

        var invoice = await Mapped.OneAsync("""
            Dokument;data_wystawienia;nabywca_nip;nabywca_nazwa;nazwa;ilosc;Cena jedn.;stawka_vat;waluta
            F/1;03/02/2026;2222222222;Odbiorca;Towar;1;100;;EUR
            F/1;03/02/2026;2222222222;Odbiorca;Towar;1;100;-1;EUR
            F/1;03/02/2026;2222222222;Odbiorca;Towar;1;100;1;EUR
            """, Mapped.Profile with { ExemptionAct = "art. 43" }, mapping);

        invoice.Fa("P_1").ShouldBe("2026-02-03");
        invoice.Fa("KodWaluty").ShouldBe("PLN");
        (invoice.Fa("P_13_1"), invoice.Fa("P_13_2"), invoice.Fa("P_13_7")).ShouldBe(("100.00", "100.00", "100.00"));
        invoice.Fa("FaWiersz/P_8A").ShouldBe("szt.");
    }

    private static CompanyProfile Profile(string members) => CompanyProfileFile.Read(Encoding.UTF8.GetBytes($"{{ {Seller}, {members} }}"));

    private static DataMapping Mapping(string members) => DataMappingFile.Read(Encoding.UTF8.GetBytes($"{{ {members} }}"));
}
