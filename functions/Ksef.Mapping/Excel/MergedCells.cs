using Ksef.Mapping.Excel.Cells;
using Ksef.Mapping.Excel.Package;

namespace Ksef.Mapping.Excel;

/// <summary>Follows the merged ranges of a sheet down its rows, and keeps the value of each, which stands in its first cell only.</summary>
/// <param name="ranges">Merged ranges, from the top down.</param>
internal sealed class MergedCells(IReadOnlyList<MergedRange> ranges)
{
    /// <summary>Ranges that do not overlap are no more than there are columns.</summary>
    private const int MostInARow = 1_000;

    private readonly List<(MergedRange Range, CellValue? Value)> _open = [];
    private int _next;

    /// <summary>Goes to a row, which is below the last one.</summary>
    /// <returns>Whether any of its cells are merged.</returns>
    public bool MoveTo(SheetRow row)
    {
        _open.RemoveAll(merged => merged.Range.LastRow < row.Number);
        for (; _next < ranges.Count && ranges[_next].FirstRow <= row.Number; _next++)
        {
            var range = ranges[_next];
            if (range.Covers(row.Number) && range.FirstColumn <= MostInARow)
            {
                // A range that began in a row without any value has none itself.
                _open.Add((range, range.FirstRow == row.Number ? row.ValueOf(range.FirstColumn) : null));
                if (_open.Count > MostInARow)
                {
                    throw WorkbookRefusedException.TooLarge(new("scalonych zakresów w jednym wierszu", "merged ranges in one row"), MostInARow);
                }
            }
        }

        return _open.Count > 0;
    }

    /// <summary>The merged range that a cell of the row is part of, and its value.</summary>
    public (MergedRange Range, CellValue? Value)? At(int column)
    {
        foreach (var merged in _open)
        {
            if (column >= merged.Range.FirstColumn && column <= merged.Range.LastColumn)
            {
                return merged;
            }
        }

        return null;
    }

    /// <summary>The first merged range of the row.</summary>
    public MergedRange First => _open[0].Range;

    /// <summary>The last column of the row that is merged.</summary>
    public int LastColumn => Math.Min(_open.Max(merged => merged.Range.LastColumn), MostInARow);
}
