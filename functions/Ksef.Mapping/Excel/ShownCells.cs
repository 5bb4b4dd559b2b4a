using System.Collections;
using Ksef.Mapping.Excel.Cells;

namespace Ksef.Mapping.Excel;

/// <summary>
/// The cells of a row as a person sees them, for finding headings and numbers of invoices. Each is made only when it is asked for: a table is gone over
/// twice, and most of its cells are asked for their meaning only.
/// </summary>
internal sealed class ShownCells(CellValue?[] values, string sheet, int row) : IReadOnlyList<DataValue?>
{
    public int Count => values.Length;

    public DataValue? this[int index] =>
        values[index] is { } value ? DataValue.OfText(CellMeaning.Shown(value), new DataPlace(sheet, row, index + 1, null)) : null;

    public IEnumerator<DataValue?> GetEnumerator()
    {
        for (var index = 0; index < values.Length; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
