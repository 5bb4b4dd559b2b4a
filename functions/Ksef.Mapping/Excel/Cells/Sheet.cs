using Ksef.Mapping.Excel.Package;

namespace Ksef.Mapping.Excel.Cells;

/// <summary>
/// A sheet that was read once from start to end, so that its rows can then be given out with nothing bad to come: all of it inflates, its checksum fits,
/// it is in order and within the limits, and its merged cells are known. No invoice is sent of a workbook that turns out to be damaged further down.
/// 200,000 rows of twelve cells take some three seconds for it.
/// </summary>
internal sealed class Sheet
{
    private readonly Func<PartXml> _open;
    private readonly CellReader _cells;
    private readonly ExcelLimits _limits;

    public Sheet(string name, Func<PartXml> open, CellReader cells, ExcelLimits limits, CancellationToken cancellationToken)
    {
        Name = name;
        _open = open;
        _cells = cells;
        _limits = limits;

        using var xml = open();
        var rows = new SheetRows(xml, cells, limits);
        var count = 0;
        foreach (var _ in rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++count > limits.Rows)
            {
                throw WorkbookRefusedException.TooLarge(new("wierszy z danymi w arkuszu", "rows with data in the sheet"), limits.Rows);
            }
        }

        Merged = [.. rows.Merged.OrderBy(range => range.FirstRow).ThenBy(range => range.FirstColumn)];
    }

    /// <summary>Its name on the tab.</summary>
    public string Name { get; }

    /// <summary>Merged ranges, from the top down.</summary>
    public IReadOnlyList<MergedRange> Merged { get; }

    /// <summary>Its rows that hold something, from the top down, read anew.</summary>
    public IEnumerable<SheetRow> Rows()
    {
        using var xml = _open();
        foreach (var row in new SheetRows(xml, _cells, _limits).Read())
        {
            yield return row;
        }
    }
}
