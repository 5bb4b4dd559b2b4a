using Ksef.Mapping.Tables;

namespace Ksef.Mapping.Csv;

/// <summary>A row of a CSV as a row of a table.</summary>
/// <param name="Row">Line of the file, from 1.</param>
/// <param name="Texts">Its cells.</param>
internal sealed record CsvRow(int Row, CsvCells Texts) : TableRow(Row, Texts)
{
    public override bool Repeats(TableRow other, int index) => other is CsvRow row && index < row.Texts.Count && Texts.TextOf(index) == row.Texts.TextOf(index);
}
