using Ksef.Mapping.Excel.Cells;
using Ksef.Mapping.Excel.Package;

namespace Ksef.Mapping.Tests.Excel;

/// <summary>Reads the cells of a workbook.</summary>
internal static class Cells
{
    public static List<SheetRow> Of(WorkbookOf workbook, ExcelLimits? limits = null) => Of(workbook.ToArray(), limits);

    public static List<SheetRow> Of(byte[] content, ExcelLimits? limits = null)
    {
        using var stream = new MemoryStream(content);
        using var package = new WorkbookPackage(stream, limits ?? ExcelLimits.Default);
        var workbook = new Workbook(package, limits ?? ExcelLimits.Default);
        var sheet = workbook.Sheets.First(candidate => candidate.IsVisible);
        return [.. workbook.Open(sheet, CancellationToken.None).Rows()];
    }

    /// <summary>The value of a workbook's only cell.</summary>
    public static CellValue? Value(SheetCell cell, bool likeLibreOffice = false, string? date1904 = null) =>
        Of(new WorkbookOf { Sheets = [new SheetOf("Faktury").Row(cell)], LikeLibreOffice = likeLibreOffice, Date1904 = date1904 }).SingleOrDefault()?.Cells.Single().Value;

    /// <summary>The code of the finding by which the workbook is refused.</summary>
    public static DataFinding Refusal(byte[] content, ExcelLimits? limits = null) => Should.Throw<WorkbookRefusedException>(() => Of(content, limits)).Finding;
}
