using Ksef.Mapping.Excel.Package;

namespace Ksef.Mapping.Excel.Cells;

/// <summary>
/// A first pass over a sheet, before its first row is given out: whether all of it can be read, how many rows it has, and which cells are merged,
/// which a sheet says only behind its rows. Nothing of a workbook that ends in damage is sent, and none of one that is too large.
/// </summary>
/// <param name="Merged">Merged ranges, from the top down.</param>
internal sealed record SheetSurvey(IReadOnlyList<MergedRange> Merged)
{
    /// <summary>Reads a sheet to its end.</summary>
    /// <exception cref="WorkbookRefusedException">The sheet is damaged, or larger than is read.</exception>
    public static SheetSurvey Of(PartXml xml, ExcelLimits limits, CancellationToken cancellationToken)
    {
        var merged = new List<MergedRange>();
        var rows = 0;
        var isCounted = true;
        while (xml.ReadElement())
        {
            if (xml.Is("row"))
            {
                cancellationToken.ThrowIfCancellationRequested();
                isCounted = false;
            }
            else if (!isCounted && (xml.Is("v") || xml.Is("is") || xml.Is("f")))
            {
                isCounted = true;
                if (++rows > limits.Rows)
                {
                    throw WorkbookRefusedException.TooLarge(new("wierszy z danymi w arkuszu", "rows with data in the sheet"), limits.Rows);
                }
            }
            else if (xml.Is("mergeCell") && MergedRange.TryParse(xml.Attribute("ref"), out var range))
            {
                merged.Add(range);
                if (merged.Count > limits.MergedRanges)
                {
                    throw WorkbookRefusedException.TooLarge(new("scalonych zakresów komórek", "merged ranges of cells"), limits.MergedRanges);
                }
            }
        }

        merged.Sort((left, right) => (left.FirstRow, left.FirstColumn).CompareTo((right.FirstRow, right.FirstColumn)));
        return new SheetSurvey(merged);
    }
}
