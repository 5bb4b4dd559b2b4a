using System.Text;

namespace Ksef.Mapping.Tests.Csv;

/// <summary>What a CSV is written in: encodings, separators, title lines.</summary>
public sealed class CsvBytesTests
{
    private const string Text = "Numer;Data wystawienia;Nabywca NIP;Nabywca nazwa;Nabywca adres 1;Nazwa;Ilość;Jednostka;Cena netto;Stawka VAT\r\nF/1;2026-10-05;2222222222;Żółta Gęś;Łódź;Śruba ćwierćcalowa ź;1;szt.;1 234,50;23\r\n";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("windows-1250")]
    [InlineData("iso-8859-2")]
    [InlineData("ibm852")]
    public async Task MapAsync_AnyUsualEncoding_KeepsPolishLetters(string encoding) => await ShouldHaveLettersAsync(CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding));

    [Fact]
    public async Task MapAsync_ByteOrderMark_IsNoPartOfTheFirstHeading()
    {
        await ShouldHaveLettersAsync(new UTF8Encoding(true));
        await ShouldHaveLettersAsync(Encoding.Unicode);
        await ShouldHaveLettersAsync(Encoding.BigEndianUnicode);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public async Task MapAsync_AnySeparator_IsFound(char separator) => (await Mapped.OneAsync(Text.Replace(';', separator))).Fa("P_13_1").ShouldBe("1234.50");

    [Fact]
    public async Task MapAsync_CommasInEveryHeading_AreNotTheSeparator() => (await Mapped.OneAsync(
        "Numer;Data wystawienia;Nabywca NIP;Nabywca nazwa;Netto, zł;Stawka VAT;Nazwa, opis\r\nF/1;2026-10-05;2222222222;A;1,00;23;B\r\n",
        mapping: new DataMapping { Columns = new Dictionary<string, SimpleField?> { ["Netto, zł"] = LineFields.Net, ["Nazwa, opis"] = LineFields.Name } })).Fa("P_13_1").ShouldBe("1.00");

    [Fact]
    public async Task MapAsync_CommaSeparatedWithQuotes_IsRead() => (await Mapped.OneAsync(
        "numer,data_wystawienia,nabywca_nip,nabywca_nazwa,nazwa,wartosc_netto,stawka_vat\n\"F/1\",2026-10-05,2222222222,\"Firma \"\"Abc\"\", spółka\",\"Opis\nw dwóch wierszach\",\"1,50\",23\n"))
        .At("Podmiot2/DaneIdentyfikacyjne/Nazwa").ShouldBe("Firma \"Abc\", spółka");

    [Fact]
    public async Task MapAsync_TitleLinesAndEmptyLines_ArePassedOver() =>
        (await Mapped.OneAsync("Zestawienie faktur; październik\r\nWydrukowano 2026-10-31\r\n\r\n" + Text + "\r\n;;;;;;;;;\r\n\r\n")).Fa("P_15").ShouldBe("1518.44");

    [Fact]
    public async Task MapAsync_LineForExcel_NamesTheSeparator() =>
        (await Mapped.TextAsync("sep=;\r\n" + Text)).ShouldHaveSingleItem().IsAccepted.ShouldBeTrue();

    private static async Task ShouldHaveLettersAsync(Encoding encoding)
    {
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)];
        var only = (await Mapped.BytesAsync(bytes, Mapped.Context())).ShouldHaveSingleItem();
        only.Findings.Select(finding => finding.MessageEn).ShouldBeEmpty();
        Mapped.Root(only).At("Podmiot2/DaneIdentyfikacyjne/Nazwa").ShouldBe("Żółta Gęś");
        Mapped.Root(only).Fa("FaWiersz/P_7").ShouldBe("Śruba ćwierćcalowa ź");
        Mapped.Root(only).Fa("P_13_1").ShouldBe("1234.50");
    }
}
