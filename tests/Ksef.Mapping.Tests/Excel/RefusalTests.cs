using System.IO.Compression;
using System.Text;
using Ksef.Mapping.Excel.Package;

namespace Ksef.Mapping.Tests.Excel;

public sealed class RefusalTests
{
    private static readonly SheetOf Small = new SheetOf("Faktury").Row("Numer", "Netto").Row("FV 1", 1234.5m);

    [Theory]
    [InlineData("<row r=\"2\"><c r=\"A2\"/></row><row r=\"1\"/>")]
    [InlineData("<row r=\"1\"/><row r=\"1\"/>")]
    [InlineData("<row r=\"1048577\"/>")]
    [InlineData("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"/><c r=\"A1\"/></row>")]
    [InlineData("<row r=\"1\"><c r=\"A2\"/></row>")]
    [InlineData("<row r=\"1\"><c r=\"XFE1\"/></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>")]
    [InlineData("<row r=\"1\"><c></row>")]
    public void Sheet_OutOfOrder_IsDamaged(string data) => Cells.Refusal(WorkbookOf.One(new SheetOf("Faktury") { RawData = data }).ToArray()).Code.ShouldBe("KSF-1603");

    [Fact]
    public void Sheet_WithDocumentType_IsDamaged()
    {
        var book = WorkbookOf.One(Small);
        book.Parts["xl/worksheets/sheet1.xml"] = WorkbookOf.Bytes("<!DOCTYPE worksheet [<!ENTITY a \"1\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>");
        Cells.Refusal(book.ToArray()).Code.ShouldBe("KSF-1603");
    }

    [Fact]
    public void Workbook_WithoutItsSheet_IsDamaged()
    {
        var book = WorkbookOf.One(Small);
        book.Parts["xl/_rels/workbook.xml.rels"] = WorkbookOf.Bytes("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId10\" Type=\"x/worksheet\" Target=\"../xl/worksheets/gone.xml\"/></Relationships>");
        var refusal = Cells.Refusal(book.ToArray());
        refusal.Code.ShouldBe("KSF-1603");
        refusal.MessageEn.ShouldContain("xl/worksheets/gone.xml");
    }

    [Fact]
    public void Workbook_OfWhichAnyByteChanged_IsRefusedOrUnchanged()
    {
        var content = WorkbookOf.One(Small).ToArray();
        var before = Cells.Of(content).SelectMany(row => row.Cells).ToList();
        for (var offset = 0; offset < content.Length; offset++)
        {
            var changed = content.ToArray();
            changed[offset] ^= 0x10;
            try
            {
                Cells.Of(changed).SelectMany(row => row.Cells).ShouldBe(before);
            }
            catch (WorkbookRefusedException)
            {
                // The only other end.
            }
            catch (InvalidOperationException exception) when (exception.Message.StartsWith("Sequence contains no", StringComparison.Ordinal))
            {
                // No visible sheet is left: the reader says so.
            }
        }
    }

    [Fact]
    public void Workbook_CutOffAnywhere_IsRefused()
    {
        var content = WorkbookOf.One(Small).ToArray();
        for (var length = 0; length < content.Length; length += 7)
        {
            Cells.Refusal(content[..length]).Code.ShouldBe("KSF-1603");
        }
    }

    [Fact]
    public void Workbook_WithPartTwice_IsDamaged()
    {
        var content = WorkbookOf.Zip([KeyValuePair.Create("xl/workbook.xml", Array.Empty<byte>()), KeyValuePair.Create("XL\\workbook.xml", Array.Empty<byte>())]);
        Cells.Refusal(content).Code.ShouldBe("KSF-1603");
    }

    [Fact]
    public void Workbook_Binary_IsRefusedByName()
    {
        var book = WorkbookOf.One(Small);
        book.Parts["_rels/.rels"] = WorkbookOf.Bytes("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>");
        Cells.Refusal(book.ToArray()).MessagePl.ShouldContain("xlsb");
    }

    [Fact]
    public void Workbook_OfOpenDocument_IsRefusedByName() =>
        Cells.Refusal(WorkbookOf.Zip([KeyValuePair.Create("mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray())])).MessagePl.ShouldContain("OpenDocument");

    [Fact]
    public void Container_UnderPassword_IsToldFromAnOldWorkbook()
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[100_000], .. Encoding.Unicode.GetBytes("Workbook"), .. new byte[500]];
        byte[] locked = [.. ole[..81_910], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. ole[81_910..]];
        Container.Of(new MemoryStream(locked)).ShouldBe(ContainerKind.Protected);
        Container.Of(new MemoryStream(ole)).ShouldBe(ContainerKind.Ole);
        Container.Of(new MemoryStream(WorkbookOf.One(Small).ToArray())).ShouldBe(ContainerKind.Zip);
        Container.Of(new MemoryStream("Numer;Netto"u8.ToArray())).ShouldBe(ContainerKind.Other);
        Container.Of(new MemoryStream()).ShouldBe(ContainerKind.Other);
    }

    [Fact]
    public void Bomb_OfSpaces_IsRefusedAfterTheLimit()
    {
        var content = Bomb(writer => { for (var index = 0; index < 300; index++) { writer.Write(new string(' ', 1 << 20)); } });
        content.Length.ShouldBeLessThan(3_000_000);
        Cells.Refusal(content).Code.ShouldBe("KSF-1604");
    }

    [Fact]
    public void Bomb_OfManyCells_IsRefusedAfterTheLimit()
    {
        var content = Bomb(writer => { for (var index = 0; index < 200_000; index++) { writer.Write("<row><c/></row>"); } });
        var refusal = Cells.Refusal(content, new ExcelLimits { PartBytes = 1_000_000 });
        refusal.Code.ShouldBe("KSF-1604");
        refusal.MessageEn.ShouldContain("1 000 000 bytes");
    }

    [Fact]
    public void Bomb_OfDepth_IsRefused() => Cells.Refusal(Bomb(writer => { for (var index = 0; index < 100_000; index++) { writer.Write("<row>"); } })).Code.ShouldBe("KSF-1604");

    [Fact]
    public void Bomb_OfNames_IsRefused() => Cells.Refusal(Bomb(writer => { for (var index = 0; index < 20_000; index++) { writer.Write($"<a{index}/>"); } })).Code.ShouldBe("KSF-1604");

    [Fact]
    public void Bomb_OfOneText_IsRefused() =>
        Cells.Refusal(Bomb(writer => { writer.Write("<row><c t=\"inlineStr\"><is>"); for (var index = 0; index < 3_000; index++) { writer.Write($"<r><t>{new string('a', 1000)}</t></r>"); } })).Code.ShouldBe("KSF-1604");

    [Fact]
    public void Bomb_OfSharedTexts_IsRefusedAfterTheLimit()
    {
        var book = WorkbookOf.One(Small);
        book.Parts["xl/sharedStrings.xml"] = WorkbookOf.Bytes($"<sst xmlns=\"{book.Main}\">{string.Concat(Enumerable.Repeat("<si/>", 2_000))}</sst>");
        Cells.Refusal(book.ToArray(), new ExcelLimits { SharedTextBytes = 10_000 }).Code.ShouldBe("KSF-1604");
    }

    [Fact]
    public void Sheet_OfMoreRowsThanTheLimit_IsRefusedAsAWhole()
    {
        var sheet = new SheetOf("Faktury").Row("Numer").Row("1").Row(SheetCell.Styled).Row("2");
        Cells.Of(WorkbookOf.One(sheet), new ExcelLimits { Rows = 3 }).Count.ShouldBe(3);
        Cells.Refusal(WorkbookOf.One(sheet).ToArray(), new ExcelLimits { Rows = 2 }).Code.ShouldBe("KSF-1604");
    }

    [Fact]
    public void Sheet_WithAValueFarToTheRight_IsRefused()
    {
        const string Far = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>1</v></c></row>";
        Cells.Refusal(WorkbookOf.One(new SheetOf("Faktury") { RawData = Far }).ToArray()).MessageEn.ShouldContain("XFD1");
    }

    /// <summary>A workbook whose sheet inflates to far more than it takes, without being in memory here.</summary>
    private static byte[] Bomb(Action<StreamWriter> rows)
    {
        using var stream = new MemoryStream();
        stream.Write(WorkbookOf.One(Small).ToArray());
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("xl/worksheets/sheet1.xml").Open());
            writer.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
            rows(writer);
        }

        return stream.ToArray();
    }
}
