using System.Globalization;
using Ksef.Mapping.Excel.Package;

namespace Ksef.Mapping.Excel.Cells;

/// <summary>Rows of a sheet from its XML, one at a time, and the merged ranges, which a sheet names only behind its rows.</summary>
/// <param name="xml">The sheet, from its start.</param>
/// <param name="cells">Reads the cells.</param>
/// <param name="limits">How much is read.</param>
internal sealed class SheetRows(PartXml xml, CellReader cells, ExcelLimits limits)
{
    private readonly List<MergedRange> _merged = [];
    private int _row;

    /// <summary>Merged ranges read so far.</summary>
    public IReadOnlyList<MergedRange> Merged => _merged;

    /// <summary>Rows that hold something, from the top down; those that are hidden or filtered out too, for they are data all the same.</summary>
    /// <exception cref="WorkbookRefusedException">The sheet is damaged, or larger than is read.</exception>
    public IEnumerable<SheetRow> Read()
    {
        while (xml.ReadElement())
        {
            if (xml.Is("row"))
            {
                _row = RowNumber();
                var found = ReadCells();
                if (found.Count > 0)
                {
                    yield return new SheetRow(_row, found);
                }
            }
            else if (xml.Is("mergeCell") && MergedRange.TryParse(xml.Attribute("ref"), out var range))
            {
                Add(range);
            }
        }
    }

    private void Add(MergedRange range)
    {
        _merged.Add(range);
        if (_merged.Count > limits.MergedRanges)
        {
            throw WorkbookRefusedException.TooLarge(new("scalonych zakresów komórek", "merged ranges of cells"), limits.MergedRanges);
        }
    }

    /// <summary>Rows need not say their number: then it is the next one.</summary>
    private int RowNumber()
    {
        var stated = xml.Attribute("r");
        var number = _row + 1;
        if (stated is not null && (!int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number <= _row) || number > CellReference.LastRow)
        {
            throw xml.Damaged(new($"wiersz „{stated}” stoi w złym miejscu", $"the row \"{stated}\" is out of place"));
        }

        return number;
    }

    private List<Cell> ReadCells()
    {
        var found = new List<Cell>();
        var column = 0;
        var depth = xml.Depth;
        while (xml.ReadChild(depth))
        {
            if (xml.Is("c"))
            {
                column = Column(column);
                if (cells.Read(xml) is { } value)
                {
                    if (column > limits.Columns)
                    {
                        throw WorkbookRefusedException.TooLarge(new($"kolumn w arkuszu (wartość jest w komórce {CellReference.ColumnName(column)}{_row})", $"columns in the sheet (the cell {CellReference.ColumnName(column)}{_row} holds a value)"), limits.Columns);
                    }

                    found.Add(new Cell(column, value));
                }
            }
        }

        return found;
    }

    /// <summary>Cells need not say their name either. A name of another row, or left of the cell before, would put an amount under a wrong heading.</summary>
    private int Column(int last)
    {
        var stated = xml.Attribute("r");
        var column = last + 1;
        if (stated is not null && (!CellReference.TryParse(stated, out var row, out column) || row != _row || column <= last) || column > CellReference.LastColumn)
        {
            throw xml.Damaged(new($"komórka „{stated}” w wierszu {_row} stoi w złym miejscu", $"the cell \"{stated}\" in row {_row} is out of place"));
        }

        return column;
    }
}
