namespace Ksef.Mapping.Excel.Cells;

/// <summary>A row of a sheet, its empty cells left out.</summary>
/// <param name="Number">The number that Excel shows beside it, from 1.</param>
/// <param name="Cells">Its cells from left to right, at least one.</param>
internal sealed record SheetRow(int Number, IReadOnlyList<Cell> Cells)
{
    /// <summary>Its last column that holds something.</summary>
    public int LastColumn => Cells[^1].Column;

    /// <summary>What a column holds.</summary>
    /// <returns>The value; <see langword="null"/> for an empty cell.</returns>
    public CellValue? ValueOf(int column)
    {
        foreach (var cell in Cells)
        {
            if (cell.Column == column)
            {
                return cell.Value;
            }
        }

        return null;
    }
}
