using System.IO.Compression;
using System.Text;

namespace Ksef.Mapping.Tests.Detection;

/// <summary>Content decides what a file is.</summary>
public sealed class FormatDetectionTests
{
    [Theory]
    [InlineData("[INFO]\r\n\"1.11\",3,1250", FileFormat.Epp)]
    [InlineData("\r\n[INFO]\n", FileFormat.Epp)]
    [InlineData("<?xml version=\"1.0\"?><JPK xmlns=\"http://jpk.mf.gov.pl/wzor/2022/02/17/02171/\"/>", FileFormat.JpkFa)]
    [InlineData("<t:JPK xmlns:t=\"http://jpk.mf.gov.pl/wzor/2019/09/27/09271/\"/>", FileFormat.JpkFa)]
    [InlineData("<ROOT xmlns=\"http://www.cdn.com.pl/optima/dokument\"/>", FileFormat.Optima)]
    [InlineData("<Faktura xmlns=\"http://crd.gov.pl/wzor/2025/06/25/13775/\"/>", FileFormat.InvoiceXml)]
    [InlineData("<Faktura>", FileFormat.InvoiceXml)]
    [InlineData("<Batch/>", FileFormat.Unknown)]
    [InlineData("{ \"numer\": \"1\" }", FileFormat.SimpleJson)]
    [InlineData("[]", FileFormat.SimpleJson)]
    [InlineData("[ { \"stopka\": \"x\" } ]", FileFormat.SimpleJson)]
    [InlineData("{\"numer\":1}\n{\"numer\":2}", FileFormat.SimpleJson)]
    [InlineData("{ \"Faktura\": { } }", FileFormat.FullJson)]
    [InlineData("[ { \"$schema\": \"x\", \"Fa\": { } } ]", FileFormat.FullJson)]
    [InlineData("numer;nazwa\n1;x", FileFormat.Csv)]
    [InlineData("[numer];nazwa\n1;x", FileFormat.Csv)]
    [InlineData("%PDF-1.7\n\u0001\u0002", FileFormat.Unknown)]
    [InlineData("", FileFormat.Unknown)]
    [InlineData("   \n", FileFormat.Unknown)]
    public async Task DetectAsync_Content_IsTold(string text, FileFormat format)
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true) })
        {
            // Without a mark UTF-16 is not text; an XML in it brings its own.
            var content = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

            (await DataMapper.DetectAsync(content, CancellationToken.None)).ShouldBe(format, encoding.EncodingName);
            content.Position.ShouldBe(0);
        }
    }

    [Theory]
    [InlineData("xl/workbook.xml", FileFormat.Xlsx)]
    [InlineData("faktura.xml", FileFormat.Zip)]
    public async Task DetectAsync_Archive_IsToldByItsEntries(string entry, FileFormat format)
    {
        var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry(entry);
        }

        (await DataMapper.DetectAsync(content, CancellationToken.None)).ShouldBe(format);
    }

    [Fact]
    public async Task DetectAsync_CompoundFile_IsAWorkbookThatCannotBeRead() =>
        (await DataMapper.DetectAsync(new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), CancellationToken.None)).ShouldBe(FileFormat.Xlsx);
}
