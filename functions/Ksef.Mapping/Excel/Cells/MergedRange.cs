namespace Ksef.Mapping.Excel.Cells;

/// <summary>Cells merged into one, of which only the first holds a value.</summary>
internal readonly record struct MergedRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    /// <summary>Its name as Excel writes it, such as <c>A1:B1</c>.</summary>
    public string Name => FormattableString.Invariant($"{CellReference.ColumnName(FirstColumn)}{FirstRow}:{CellReference.ColumnName(LastColumn)}{LastRow}");

    /// <summary>Reads a name; a single cell is no merged range.</summary>
    public static bool TryParse(string? name, out MergedRange range)
    {
        range = default;
        var colon = name?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 0
            || !CellReference.TryParse(name.AsSpan(0, colon), out var firstRow, out var firstColumn)
            || !CellReference.TryParse(name.AsSpan(colon + 1), out var lastRow, out var lastColumn))
        {
            return false;
        }

        range = new MergedRange(Math.Min(firstRow, lastRow), Math.Min(firstColumn, lastColumn), Math.Max(firstRow, lastRow), Math.Max(firstColumn, lastColumn));
        return true;
    }

    /// <summary>Whether it has cells in a row.</summary>
    public bool Covers(int row) => row >= FirstRow && row <= LastRow;
}
