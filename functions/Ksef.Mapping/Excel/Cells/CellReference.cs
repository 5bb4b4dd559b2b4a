using System.Globalization;

namespace Ksef.Mapping.Excel.Cells;

/// <summary>Names of cells and columns, such as <c>AB12</c> (ECMA-376, part 1, 18.18.62).</summary>
internal static class CellReference
{
    /// <summary>The last column of a sheet, XFD.</summary>
    public const int LastColumn = 16_384;

    /// <summary>The last row of a sheet.</summary>
    public const int LastRow = 1_048_576;

    /// <summary>Reads a name; dollar signs of absolute names are taken too.</summary>
    /// <returns>Whether it names a cell of a sheet.</returns>
    public static bool TryParse(ReadOnlySpan<char> name, out int row, out int column)
    {
        row = column = 0;
        var at = name is ['$', ..] ? 1 : 0;
        for (; at < name.Length && char.IsAsciiLetter(name[at]) && column <= LastColumn; at++)
        {
            column = (column * 26) + char.ToUpperInvariant(name[at]) - 'A' + 1;
        }

        at += at < name.Length && name[at] == '$' ? 1 : 0;
        return column is > 0 and <= LastColumn
            && int.TryParse(name[at..], NumberStyles.None, CultureInfo.InvariantCulture, out row)
            && row is > 0 and <= LastRow;
    }

    /// <summary>Letters of a column: <c>28</c> is <c>AB</c>.</summary>
    public static string ColumnName(int column)
    {
        var name = string.Empty;
        for (; column > 0; column = (column - 1) / 26)
        {
            name = (char)('A' + ((column - 1) % 26)) + name;
        }

        return name;
    }
}
