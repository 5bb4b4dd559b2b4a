using System.Text;

namespace Ksef.Mapping.Tests.Mappings;

public sealed class ReadyMappingTests
{
    private const string Export = """
        Lp.;Nr faktury;Data wystawienia;Kontrahent;NIP;Adres;Nazwa towaru;Ilość;J.m.;Cena netto;Wartość netto;Stawka VAT;Kwota VAT;Wartość brutto;Forma płatności;Termin płatności
        1;FV/1/10/2026;05.10.2026;Odbiorca S.A.;222-222-22-22;ul. Druga 2, 00-002 Warszawa;Papier A4;10;ryza;19,99;199,90;23%;45,98;245,88;przelew;19.10.2026

        """;

    [Fact]
    public void Names_OfTheReadyMappings_AreThoseOfTheSchema() => ReadyMappings.Names.ShouldBe(["polskie-naglowki"]);

    [Fact]
    public void Files_OfTheReadyMappings_HaveNoMistakeAndNoHeadingTwice()
    {
        foreach (var name in ReadyMappings.Names)
        {
            var mapping = DataMappingFile.Read(ReadyMappings.Find(name));
            mapping.Mistakes.ShouldBeEmpty();
            mapping.Columns.Keys.GroupBy(WordKey.Of).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task MapAsync_UsualPolishHeadings_AreUnderstoodByTheReadyMapping()
    {
        var invoice = await Mapped.OneAsync(Export, mapping: Read("""{ "ready": "polskie-naglowki" }"""));
        invoice.Fa("P_2").ShouldBe("FV/1/10/2026");
        invoice.At("Podmiot2/DaneIdentyfikacyjne/NIP").ShouldBe("2222222222");
        invoice.Fa("FaWiersz/P_8A").ShouldBe("ryza");
        invoice.Fa("P_15").ShouldBe("245.88");
    }

    [Fact]
    public async Task MapAsync_HeadingThatTheCompanyDescribes_IsWhatTheCompanySays()
    {
        var invoice = await Mapped.OneAsync(Export, mapping: Read("""{ "columns": { "j m": null, "LP": null }, "ready": "polskie-naglowki" }"""));
        invoice.Fa("FaWiersz/P_8A").ShouldBeNull();
    }

    [Fact]
    public void Read_NameOfAnOverview_IsAMistakeThatSaysWhatToExportInstead()
    {
        var mistake = Read("""{ "ready": "subiekt" }""").Mistakes.ShouldHaveSingleItem();
        mistake.MessagePl.ShouldContain("EPP");
        mistake.Place.Field.ShouldBe("ready");
    }

    [Fact]
    public void Read_NameThatIsNone_IsAMistakeThatNamesThoseThereAre() => Read("""{ "ready": "moje" }""").Mistakes.ShouldHaveSingleItem().MessageEn.ShouldContain("polskie-naglowki");

    private static DataMapping Read(string json) => DataMappingFile.Read(Encoding.UTF8.GetBytes(json));
}
