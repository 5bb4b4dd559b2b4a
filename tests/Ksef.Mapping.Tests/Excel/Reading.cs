using Ksef.Mapping.Excel;

namespace Ksef.Mapping.Tests.Excel;

/// <summary>Reads workbooks as the library does.</summary>
internal static class Reading
{
    public static Task<List<DataItem>> ItemsOf(WorkbookOf workbook, DataMapping? mapping = null, ExcelLimits? limits = null) => ItemsOf(workbook.ToArray(), mapping, limits);

    public static async Task<List<DataItem>> ItemsOf(byte[] content, DataMapping? mapping = null, ExcelLimits? limits = null)
    {
        using var stream = new MemoryStream(content);
        var items = new List<DataItem>();
        await foreach (var item in new ExcelDataReader().ReadAsync(stream, ReadingContext.Empty with { Mapping = mapping ?? DataMapping.Empty, ExcelLimits = limits ?? ExcelLimits.Default }, CancellationToken.None))
        {
            items.Add(item);
        }

        stream.CanRead.ShouldBeTrue();
        return items;
    }

    /// <summary>The only invoice of a sheet.</summary>
    public static async Task<DataInvoice> InvoiceOf(SheetOf sheet, bool likeLibreOffice = false) =>
        (await ItemsOf(WorkbookOf.One(sheet, likeLibreOffice))).ShouldHaveSingleItem().ShouldBeOfType<DataInvoice>();

    /// <summary>The only item, a finding of the file.</summary>
    public static async Task<DataFinding> FindingOf(WorkbookOf workbook, DataMapping? mapping = null) =>
        (await ItemsOf(workbook, mapping)).ShouldHaveSingleItem().ShouldBeOfType<FileFinding>().Finding;
}
