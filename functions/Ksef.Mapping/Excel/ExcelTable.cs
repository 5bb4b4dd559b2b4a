using System.Runtime.CompilerServices;
using Ksef.Mapping.Excel.Cells;
using Ksef.Mapping.Tables;

namespace Ksef.Mapping.Excel;

/// <summary>
/// A sheet as a table. It is read from a local file or from memory, so its rows are read without awaiting. Merged cells are known from the second reading on,
/// which is the one that gives invoices out.
/// </summary>
internal sealed class ExcelTable(Sheet sheet) : ITable
{
    public string? Sheet => sheet.Name;

    public bool IsStrict => false;

    public async IAsyncEnumerable<TableRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var merged = new MergedCells(sheet.Merged);
        foreach (var row in sheet.Rows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return ExcelRow.Of(row, sheet.Name, merged);
        }
    }
}
