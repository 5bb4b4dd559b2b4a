using Ksef.Mapping.Excel.Cells;
using Ksef.Mapping.Tables;

namespace Ksef.Mapping.Excel;

/// <summary>A row of a sheet as a row of a table: what a cell says is decided when the field of its column is known.</summary>
internal sealed record ExcelRow : TableRow
{
    private readonly string _sheet;
    private readonly CellValue?[] _values;
    private readonly MergedRange?[]? _merged;

    private ExcelRow(string sheet, int number, CellValue?[] values, MergedRange?[]? merged)
        : base(number, new ShownCells(values, sheet, number))
    {
        _sheet = sheet;
        _values = values;
        _merged = merged;
    }

    /// <summary>A row, with the values of cells that are merged with cells of rows above.</summary>
    public static ExcelRow Of(SheetRow row, string sheet, MergedCells merged)
    {
        var values = new CellValue?[row.LastColumn];
        foreach (var cell in row.Cells)
        {
            values[cell.Column - 1] = cell.Value;
        }

        return merged.MoveTo(row) ? WithMerged(row, sheet, values, merged) : new ExcelRow(sheet, row.Number, values, null);
    }

    /// <summary>
    /// What a cell says for a field. Cells merged over several rows of one column say the same in each of them for what belongs to the invoice, as a person
    /// reads it; an amount of several lines, or one under two headings, belongs to none.
    /// </summary>
    public override DataValue? ValueOf(int index, SimpleField field)
    {
        var place = new DataPlace(_sheet, Row, index + 1, null);
        if (_merged?[index] is { } range && (field.Level != FieldLevel.Invoice || range.FirstColumn != range.LastColumn))
        {
            return DataValue.OfFault(ExcelFindings.MergedCells, range.Name, place);
        }

        return _values[index] is { } value ? CellMeaning.Of(value, field, place) : null;
    }

    private static ExcelRow WithMerged(SheetRow row, string sheet, CellValue?[] values, MergedCells merged)
    {
        Array.Resize(ref values, Math.Max(values.Length, merged.LastColumn));
        var ranges = new MergedRange?[values.Length];
        for (var index = 0; index < values.Length; index++)
        {
            if (merged.At(index + 1) is { } found)
            {
                ranges[index] = found.Range;
                values[index] ??= found.Range.FirstColumn == index + 1 ? found.Value : null;
            }
        }

        return new ExcelRow(sheet, row.Number, values, ranges)
        {
            HeaderFinding = ExcelFindings.MergedHeader.At(new DataPlace(sheet, row.Number, merged.First.FirstColumn, null), ("range", merged.First.Name)),
        };
    }
}
