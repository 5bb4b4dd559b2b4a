using System.Runtime.CompilerServices;
using Ksef.Mapping.Excel.Cells;
using Ksef.Mapping.Excel.Package;
using Ksef.Mapping.Tables;

namespace Ksef.Mapping.Excel;

/// <summary>
/// Reads workbooks (xlsx, xlsm) as Excel and LibreOffice write them: the sheet that the mapping names, or the first visible one. The table is gone over once
/// before its first invoice is given out, so a workbook that is damaged or too large gives none.
/// </summary>
internal sealed class ExcelDataReader : IDataReader
{
    public FileFormat Format => FileFormat.Xlsx;

    public async IAsyncEnumerable<DataItem> ReadAsync(Stream content, ReadingContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var items = Read(content, context, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            var (item, isLast) = await NextAsync(items);
            if (item is not null)
            {
                yield return item;
            }

            if (isLast)
            {
                yield break;
            }
        }
    }

    /// <summary>The next item; a workbook that is refused ends with the finding that says why.</summary>
    private static async ValueTask<(DataItem? Item, bool IsLast)> NextAsync(IAsyncEnumerator<DataItem> items)
    {
        try
        {
            return await items.MoveNextAsync() ? (items.Current, false) : (null, true);
        }
        catch (WorkbookRefusedException refusal)
        {
            return (new FileFinding(refusal.Finding), true);
        }
    }

    private static async IAsyncEnumerable<DataItem> Read(Stream content, ReadingContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CheckContainer(content);
        using var package = new WorkbookPackage(content, context.ExcelLimits);
        var workbook = new Workbook(package, context.ExcelLimits);
        var sheet = workbook.Open(SheetChoice.Of(workbook.Sheets, context.Mapping.Sheet), cancellationToken);
        await foreach (var item in new TableInvoices(new ExcelTable(sheet), context.Mapping).ReadAsync(cancellationToken))
        {
            yield return item;
        }
    }

    private static void CheckContainer(Stream content)
    {
        switch (Container.Of(content))
        {
            case ContainerKind.Protected:
                throw new WorkbookRefusedException(ExcelFindings.Protected);
            case ContainerKind.Ole:
                throw new WorkbookRefusedException(ExcelFindings.OtherKind, ("kind", new("skoroszytem Excela 97–2003 (xls)", "a workbook of Excel 97 to 2003 (xls)")));
        }
    }
}
