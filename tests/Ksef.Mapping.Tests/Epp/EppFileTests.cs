using System.Text;
using static Ksef.Mapping.Tests.Epp.EppFile;

namespace Ksef.Mapping.Tests.Epp;

/// <summary>What holds for a file as a whole: its purpose, its letters, its sections.</summary>
public sealed class EppFileTests
{
    private static readonly string[] OneLine = [Line(1, "SRUBA", 200, 0.5m, 100, 23)];

    [Fact]
    public async Task File_ForTheOffice_IsRefusedWithTheExportToChoose()
    {
        var refusal = await RefusalAsync(new EppFile().For("0").Version("1.08").By("Fakturownia.pl").Document("FS", "FS 1/2026", ["\"23\",23.0000,100.0000,23.0000,123.0000"]).Bytes());

        refusal.Code.ShouldBe("KSF-1550");
        refusal.Definition.WhatToDoPl.ShouldContain("z pozycjami");
        refusal.Place.ShouldBe(new DataPlace("[INFO]", 2, 2, "cel komunikacji"));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    public async Task File_WithGoods_IsRead(string purpose) => (await Plain().For(purpose).InvoiceAsync()).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("4")]
    [InlineData("")]
    public async Task File_WithAnUnknownPurpose_IsRefused(string purpose) => (await RefusalAsync(Plain().For(purpose).Bytes())).Code.ShouldBe("KSF-1561");

    [Fact]
    public async Task File_ThatSays1250AndIsUtf8_IsRefused() => (await RefusalAsync(Encoding.UTF8.GetBytes(Plain().ToString()))).Code.ShouldBe("KSF-1553");

    [Fact]
    public async Task File_WhoseUtf8LettersComeOnlyInItsDocuments_IsRefused()
    {
        var text = Plain().ToString();
        var split = text.IndexOf("[NAGLOWEK]", StringComparison.Ordinal);
        var file = Encoding.ASCII.GetBytes(text[..split]).Concat(Encoding.UTF8.GetBytes(text[split..])).ToArray();

        (await RefusalAsync(file)).Code.ShouldBe("KSF-1553");
    }

    [Fact]
    public async Task File_WhoseLettersAreLost_IsRefused() =>
        (await RefusalAsync(Encoding.UTF8.GetBytes(Plain().ToString().Replace('ó', '\uFFFD').Replace('Ł', '\uFFFD')))).Code.ShouldBe("KSF-1553");

    [Fact]
    public async Task Letters_ThatHappenToBeValidUtf8_AreThoseOfTheCodePage()
    {
        // In windows-1250 the letters Ó and Ł are D3 A3, which UTF-8 has as a Cyrillic letter.
        var invoice = await new EppFile().Document("FS", "5/2026", OneLine, (14, "\"SPÓŁKA\"")).Dictionary("TOWARY", Goods("SRUBA", "Śruba")).InvoiceAsync();

        invoice.Head.Of(BuyerFields.Name).ShouldBe("SPÓŁKA");
    }

    [Fact]
    public async Task Row_InUtf8AmongOthers_StopsItsInvoiceOnly()
    {
        var before = Plain().Document("FS", "6/2026", OneLine).Bytes();
        var utf8 = Encoding.UTF8.GetBytes("[NAGLOWEK]\r\n" + string.Join("\r\n", Plain().ToString().Split("[NAGLOWEK]\r\n")[1].Split("\r\n")[..4]) + "\r\n");
        var items = await Reading.ReadAsync([.. before, .. utf8]);

        items.OfType<DataInvoice>().Select(invoice => invoice.Findings.Count).ShouldBe([0, 0, 1]);
        items.OfType<DataInvoice>().Last().Codes().ShouldBe(["KSF-1555"]);
    }

    [Fact]
    public async Task File_In852_IsReadIn852()
    {
        var text = Plain().In("852").ToString();
        var items = await Reading.ReadAsync(CodePagesEncodingProvider.Instance.GetEncoding(852)!.GetBytes(text));

        items.OfType<DataInvoice>().ShouldHaveSingleItem().Head.Of(BuyerFields.Name).ShouldBe("Odbiorca Zażółć Sp. k.");
    }

    [Theory]
    [InlineData("65001")]
    [InlineData("28592")]
    [InlineData("")]
    public async Task File_InAnotherCodePage_IsRefused(string codePage) => (await RefusalAsync(Plain().In(codePage).Bytes())).Code.ShouldBe("KSF-1552");

    [Theory]
    [InlineData("")]
    [InlineData("[NAGLOWEK]\r\n\"FS\"\r\n")]
    [InlineData("[INFO]\r\n")]
    [InlineData("[INFO]\r\n[NAGLOWEK]\r\n")]
    [InlineData("<?xml version=\"1.0\"?><Batch/>")]
    [InlineData("Numer;Data\r\n1;2\r\n")]
    public async Task File_WithoutInfo_IsRefused(string text) => (await RefusalAsync(Encoding.ASCII.GetBytes(text))).Code.ShouldBe("KSF-1554");

    [Fact]
    public async Task File_WithShortInfo_IsRefused() => (await RefusalAsync("[INFO]\r\n\"1.05\",3,1250\r\n"u8.ToArray())).Code.ShouldBe("KSF-1556");

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task File_OfEitherLineEnd_IsRead(string lineEnd)
    {
        var invoice = await Plain(lineEnd).InvoiceAsync();

        invoice.Findings.ShouldBeEmpty();
        invoice.Head.Of(BuyerFields.Country).ShouldBe("PL");
    }

    [Fact]
    public async Task File_WithoutEmptyLines_IsRead() =>
        (await Reading.ReadAsync(Encoding.ASCII.GetBytes(Ascii(Plain().ToString()).Replace("\r\n\r\n", "\r\n")))).OfType<DataInvoice>().ShouldHaveSingleItem().Findings.ShouldBeEmpty();

    [Fact]
    public async Task Dictionary_OfUnknownName_IsSkippedAndTold()
    {
        var items = await Plain().Dictionary("NOWYSLOWNIK", "1,2,3").ReadAsync();

        items.OfType<FileFinding>().ShouldHaveSingleItem().Finding.Code.ShouldBe("KSF-1569");
        items.OfType<DataInvoice>().ShouldHaveSingleItem().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Line_LongerThanAnyRecord_StopsItsInvoiceAndNoOther()
    {
        var items = await Plain().Document("FS", "6/2026", [Line(1, new string('x', 200_000), 1, 100, 100, 23)]).Document("FS", "7/2026", OneLine).ReadAsync();

        items.OfType<DataInvoice>().Select(invoice => invoice.Findings.Count).ShouldBe([0, 1, 0]);
    }

    private static EppFile Plain(string lineEnd = "\r\n") =>
        new EppFile { LineEnd = lineEnd }.Document("FS", "5/2026", OneLine).Dictionary("TOWARY", Goods("SRUBA", "Śruba M8"));

    private static string Ascii(string text) => string.Concat(text.Select(letter => letter < 128 ? letter : 'x'));

    private static async Task<DataFinding> RefusalAsync(byte[] file) => (await Reading.ReadAsync(file)).ShouldHaveSingleItem().ShouldBeOfType<FileFinding>().Finding;
}
