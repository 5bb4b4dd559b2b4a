using System.Globalization;
using System.IO.Compression;
using Ksef.Mapping.Excel.Cells;
using Ksef.Mapping.Excel.Package;

namespace Ksef.Mapping.Tests.Excel;

[Collection(Alone)]
[CollectionDefinition(Alone, DisableParallelization = true)]
public sealed class StreamingTests
{
    /// <summary>Memory is measured, so no other test runs beside it.</summary>
    private const string Alone = "Memory of workbooks";

    private const int Rows = 60_000;

    [Fact]
    public void Rows_OfALargeSheet_ArriveOneByOneInFlatMemory()
    {
        using var stream = Large();
        using var package = new WorkbookPackage(stream, ExcelLimits.Default);
        var workbook = new Workbook(package, ExcelLimits.Default);
        var sheet = workbook.Open(workbook.Sheets[0], CancellationToken.None);
        var (count, sum, before, most) = (0, 0m, 0L, 0L);
        foreach (var row in sheet.Rows())
        {
            sum += ((NumberCell)row.Cells[2].Value).Value;
            if (++count % 10_000 == 0)
            {
                var held = GC.GetTotalMemory(forceFullCollection: true);
                before = before == 0 ? held : before;
                most = Math.Max(most, held);
            }
        }

        count.ShouldBe(Rows);
        sum.ShouldBe(Rows * (Rows + 1m) / 2 * 0.01m);
        (most - before).ShouldBeLessThan(2_000_000);
    }

    private static MemoryStream Large()
    {
        var stream = new MemoryStream();
        stream.Write(WorkbookOf.One(new SheetOf("Faktury")).ToArray());
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open());
            writer.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
            for (var row = 1; row <= Rows; row++)
            {
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t>FV {row}</t></is></c><c r=\"B{row}\"><v>46024</v></c><c r=\"C{row}\"><v>{row * 0.01m}</v></c></row>"));
            }

            writer.Write("</sheetData></worksheet>");
        }

        return stream;
    }
}
