using System.Text;

namespace Ksef.Mapping.Tests.JpkFa;

/// <summary>What holds for a file as a whole: its version, its form, its numbers.</summary>
public sealed class JpkFaFileTests
{
    [Theory]
    [InlineData("http://jpk.mf.gov.pl/wzor/2016/03/09/03095/", "JPK_FA(1)")]
    [InlineData("http://jpk.mf.gov.pl/wzor/2019/03/21/03211/", "JPK_FA(2)")]
    [InlineData("http://jpk.mf.gov.pl/wzor/2019/09/27/09271/", "JPK_FA(3)")]
    public async Task File_OfAnOlderVersion_IsRefusedByName(string space, string version)
    {
        var refusal = await Reading.RefusalAsync(new JpkFaFile().In(space).Simple("1").Bytes());

        refusal.Code.ShouldBe("KSF-1570");
        refusal.MessagePl.ShouldContain(version);
    }

    [Theory]
    [InlineData("http://jpk.mf.gov.pl/wzor/2021/12/01/02171/")]
    [InlineData("http://jpk.mf.gov.pl/wzor/2022/02/17/02171")]
    [InlineData("http://crd.gov.pl/wzor/2021/12/27/11148/")]
    public async Task File_OfAnotherNamespace_IsRefusedWithTheRightOneNamed(string space)
    {
        var refusal = await Reading.RefusalAsync(new JpkFaFile().In(space).Simple("1").Bytes());

        refusal.Code.ShouldBe("KSF-1571");
        refusal.MessagePl.ShouldContain(JpkFaFile.Namespace);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tns")]
    public async Task File_WithOrWithoutPrefix_IsRead(string prefix) => (await new JpkFaFile(prefix).Simple("1").InvoiceAsync()).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("windows-1250")]
    [InlineData("ISO-8859-2")]
    public async Task File_InTheEncodingThatItDeclares_IsRead(string encoding)
    {
        var text = new JpkFaFile().Simple("1").ToString().Replace("UTF-8", encoding);
        var items = await Reading.ReadAsync(CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text));

        items.OfType<DataInvoice>().ShouldHaveSingleItem().Head.Of(BuyerFields.Name).ShouldBe("Odbiorca Zażółć Sp. k.");
    }

    [Fact]
    public async Task File_WithADtd_IsRefused() =>
        (await Reading.RefusalAsync(Encoding.UTF8.GetBytes(new JpkFaFile().Simple("1").ToString().Replace("<JPK", "<!DOCTYPE JPK [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><JPK")))).Code.ShouldBe("KSF-1572");

    [Fact]
    public async Task File_ThatIsCutOff_GivesNothing()
    {
        var file = new JpkFaFile().Simple("1").Simple("2").Bytes();
        foreach (var length in Enumerable.Range(0, file.Length - "</JPK>\n".Length))
        {
            (await Reading.RefusalAsync(file[..length])).Code.ShouldBe("KSF-1572");
        }
    }

    [Fact]
    public async Task Number_OfTwoInvoices_RefusesBothAndNoOther()
    {
        var invoices = (await new JpkFaFile().Simple("1").Simple("2").Simple("1").ReadAsync()).OfType<DataInvoice>().ToList();

        invoices.Count.ShouldBe(3);
        invoices.Where(invoice => invoice.Head.Of(InvoiceFields.Number) == "1").ShouldAllBe(invoice => invoice.Findings.Single().Code == "KSF-1573");
        invoices.Single(invoice => invoice.Head.Of(InvoiceFields.Number) == "2").Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Line_OfNoInvoice_IsAFinding()
    {
        var invoices = (await new JpkFaFile().Simple("1").Line("7", JpkFaFile.Goods("Nakrętka", "1", "1.00", "1.00")).ReadAsync()).OfType<DataInvoice>().ToList();

        invoices[0].Findings.ShouldBeEmpty();
        invoices[1].Codes().ShouldBe(["KSF-1574"]);
    }

    [Fact]
    public async Task Invoice_WithoutNumber_IsAFinding() =>
        (await new JpkFaFile().RawInvoice("<KodWaluty>PLN</KodWaluty><P_1>2026-09-14</P_1><P_15>1.00</P_15>").InvoiceAsync()).Codes().ShouldBe(["KSF-1581"]);

    [Fact]
    public async Task Invoice_WithoutItsTotal_IsAFinding() =>
        (await new JpkFaFile().Invoice("1", "<P_13_1>100.00</P_13_1><P_14_1>23.00</P_14_1>").Line("1", JpkFaFile.Goods("Śruba", "200", "0.50", "100.00")).InvoiceAsync()).Findings.ShouldHaveSingleItem().Place.Field.ShouldBe("P_15");

    [Fact]
    public async Task Lines_OfInvoicesThatAlternate_GoEachToTheirOwnInTheirOrder()
    {
        var file = new JpkFaFile().Simple("1").Simple("2");
        file.Line("1", JpkFaFile.Goods("Druga jedynki", "1", "1.00", "1.00")).Line("2", JpkFaFile.Goods("Druga dwójki", "1", "1.00", "1.00")).Line("1", JpkFaFile.Goods("Trzecia jedynki", "1", "1.00", "1.00"));
        var invoices = (await file.ReadAsync()).OfType<DataInvoice>().ToList();

        invoices[0].Rows.Select(row => row.Of(LineFields.Name)).ShouldBe(["Śruba", "Druga jedynki", "Trzecia jedynki"]);
        invoices[1].Rows.Select(row => row.Of(LineFields.Name)).ShouldBe(["Śruba", "Druga dwójki"]);
    }

    [Fact]
    public async Task ControlSum_ThatDoesNotFit_IsOnlyAWarning()
    {
        var items = await new JpkFaFile().Simple("1").Control("FakturaCtrl", "<LiczbaFaktur>2</LiczbaFaktur><WartoscFaktur>123.00</WartoscFaktur>")
            .Control("FakturaWierszCtrl", "<LiczbaWierszyFaktur>1</LiczbaWierszyFaktur><WartoscWierszyFaktur>123.00</WartoscWierszyFaktur>").ReadAsync();

        items.OfType<FileFinding>().Select(item => (item.Finding.Code, item.Finding.Severity, item.Finding.Place.Field)).ShouldBe(
            [("KSF-1582", Ksef.Invoices.FindingSeverity.Warning, "LiczbaFaktur"), ("KSF-1582", Ksef.Invoices.FindingSeverity.Warning, "WartoscWierszyFaktur")]);
        items.OfType<DataInvoice>().ShouldHaveSingleItem().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Invoice_ByTheBuyer_IsLeftOut() =>
        (await new JpkFaFile().Invoice("1", "<P_15>1.00</P_15><P_17>true</P_17>").ReadAsync()).ShouldHaveSingleItem().ShouldBeOfType<LeftOutDocument>().Number.ShouldBe("1");

    [Theory]
    [InlineData("<P_13_l>100.00</P_13_l>", "KSF-1575")]
    [InlineData("<P_3A>Dwa<x>razy</x></P_3A>", "KSF-1575")]
    [InlineData("<P_15>123.00</P_15>", "KSF-1576")]
    [InlineData("<P_13_2>1,00</P_13_2>", "KSF-1577")]
    [InlineData("<P_13_2>1 000.00</P_13_2>", "KSF-1577")]
    [InlineData("<P_6>14.09.2026</P_6>", "KSF-1578")]
    [InlineData("<P_20>true</P_20>", "KSF-1580")]
    public async Task Field_ThatCannotBeRead_IsAFindingAtItsLine(string field, string code)
    {
        var invoice = await new JpkFaFile().Invoice("1", "<P_15>123.00</P_15>" + field).Line("1", JpkFaFile.Goods("Śruba", "200", "0.50", "100.00")).InvoiceAsync();

        invoice.Codes().ShouldContain(code);
        invoice.Findings.ShouldAllBe(finding => finding.Place.Row > 0);
    }

    [Theory]
    [InlineData("<P_12>24</P_12>")]
    [InlineData("<P_12>23%</P_12>")]
    public async Task Rate_ThatTheSchemaDoesNotHave_IsAFinding(string rate) =>
        (await new JpkFaFile().Invoice("1", "<P_15>1.00</P_15>").Line("1", "<P_7>Coś</P_7>" + rate).InvoiceAsync()).Codes().ShouldBe(["KSF-1579"]);
}
