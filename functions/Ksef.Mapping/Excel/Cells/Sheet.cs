using Ksef.Mapping.Excel.Package;

namespace Ksef.Mapping.Excel.Cells;

/// <summary>
/// A sheet, whose rows can be read any number of times. Each pass reads all of its XML and finds whatever is wrong with it: a caller who goes over it once
/// before he gives anything out will meet nothing bad later. Merged ranges stand behind the rows and are known after the first whole pass.
/// </summary>
/// <param name="name">Its name on the tab.</param>
/// <param name="open">Opens its part from the start.</param>
/// <param name="cells">Reads its cells.</param>
/// <param name="limits">How much of it is read.</param>
internal sealed class Sheet(string name, Func<PartXml> open, CellReader cells, ExcelLimits limits)
{
    /// <summary>Its name on the tab.</summary>
    public string Name { get; } = name;

    /// <summary>Merged ranges, from the top down; none before the first whole pass.</summary>
    public IReadOnlyList<MergedRange> Merged { get; private set; } = [];

    /// <summary>Its rows that hold something, from the top down.</summary>
    /// <exception cref="WorkbookRefusedException">The sheet is damaged, or larger than is read.</exception>
    public IEnumerable<SheetRow> Rows()
    {
        using var xml = open();
        var rows = new SheetRows(xml, cells, limits);
        var count = 0;
        foreach (var row in rows.Read())
        {
            if (++count > limits.Rows)
            {
                throw WorkbookRefusedException.TooLarge(new("wierszy z danymi w arkuszu", "rows with data in the sheet"), limits.Rows);
            }

            yield return row;
        }

        Merged = [.. rows.Merged.OrderBy(range => range.FirstRow).ThenBy(range => range.FirstColumn)];
    }
}
