using System.Text;
using Ksef.Mapping.Tests.Excel;

namespace Ksef.Mapping.Tests.Mappings;

/// <summary>Tables that list invoices without their lines, as programs write them: refused by the program's name.</summary>
public sealed class OverviewTests
{
    private const string WFirma = "Lp;Typ dokumentu;Numer dokumentu;Data wystawienia;Data sprzedaży;Kontrahent;NIP kontrahenta;Netto;Stawka VAT;VAT;Brutto;Waluta;Kategoria księgowa;Opis";
    private const string Symfonia = "Lp.;NumerDokumentu;DataWystawienia;DataSprzedazy;Kontrahent;NIP;Adres;WartoscNetto;WartoscVAT;WartoscBrutto;Waluta;TerminPlatnosci;RodzajDokumentu;NumerKSeF;FakturaKorygowana";
    private const string SymfoniaHandel = "Lp;Typ;Numer;Data wystawienia;Data operacji;Kontrahent;NIP;Netto;VAT;Brutto;Stawka VAT;Waluta;Kategoria;Opis";
    private const string Wapro = "lp\tnumer\tdata\tdata_sprzedazy\tnabywca\tnip\tadres\tnetto\tvat\tbrutto\twaluta\ttermin_platnosci\trodzaj\tksef";
    private const string Subiekt = "Numer;Data;Klient;NIP;Netto;VAT;Brutto;Typ;KSeF";

    [Theory]
    [InlineData(WFirma, "wFirma", "JPK_FA(4)")]
    [InlineData(Symfonia, "Symfonia", "JPK_FA(4)")]
    [InlineData(SymfoniaHandel, "Symfonia", "JPK_FA(4)")]
    [InlineData(Wapro, "WAPRO Mag", "JPK_FA(4)")]
    [InlineData(Subiekt, "Subiekt", "EPP")]
    public async Task MapAsync_OverviewOfAProgram_SaysWhatToExportInstead(string headings, string program, string instead)
    {
        var row = string.Join(headings.Contains('\t', StringComparison.Ordinal) ? '\t' : ';', headings.Split(';', '\t').Select((_, index) => index.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var finding = (await Mapped.TextAsync($"{headings}\r\n{row}\r\n")).ShouldHaveSingleItem().Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe("KSF-1600");
        finding.MessagePl.ShouldContain(program);
        finding.MessagePl.ShouldContain(instead);
        finding.MessageEn.ShouldContain(program);
        finding.Place.Row.ShouldBe(1);
    }

    [Fact]
    public async Task MapAsync_OverviewInAWorkbookBelowATitle_IsToldAsWell()
    {
        var sheet = new SheetOf("Arkusz1").Row("Rejestr").Row([.. WFirma.Split(';').Select(SheetCell.Text)]).Row(1m);
        var finding = (await Mapped.BytesAsync(WorkbookOf.One(sheet).ToArray(), Mapped.Context())).ShouldHaveSingleItem().Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Place).ShouldBe(("KSF-1600", new DataPlace("Arkusz1", 2, null, null)));
    }

    [Fact]
    public async Task MapAsync_SameHeadingsWithWhatWasSold_IsNoOverview() =>
        (await Mapped.TextAsync($"{Subiekt};Nazwa\r\n1;2;3;4;5;6;7;8;9;a\r\n")).SelectMany(item => item.Findings).ShouldNotContain(finding => finding.Code == "KSF-1600");

    [Fact]
    public async Task MapAsync_HeadingThatTheCompanyMapsToAName_IsNoOverview()
    {
        var mapping = new DataMapping { Columns = new Dictionary<string, SimpleField?> { ["Typ"] = LineFields.Name } };
        (await Mapped.BytesAsync(Encoding.UTF8.GetBytes($"{Subiekt}\r\n1;2;3;4;5;6;7;8;9\r\n"), Mapped.Context(mapping: mapping)))
            .SelectMany(item => item.Findings).ShouldNotContain(finding => finding.Code == "KSF-1600");
    }
}
