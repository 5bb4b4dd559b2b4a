namespace Ksef.Mapping.Tables;

/// <summary>
/// Invoices whose rows do not stand together. Rows are read one after another, so whoever came back to an invoice later would have sent it without
/// its last lines: the numbers are read beforehand, and such invoices are refused.
/// </summary>
internal static class ScatteredNumbers
{
    /// <returns>Numbers that come again after another one, and the first row of each coming back.</returns>
    public static async ValueTask<IReadOnlyDictionary<string, int>> FindAsync(ITable table, DataMapping mapping, FieldNames names, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>();
        var scattered = new Dictionary<string, int>();
        TableHeader? header = null;
        string? last = null;
        await foreach (var row in table.ReadAsync(cancellationToken))
        {
            if (header is null)
            {
                // Read to the end even where no headings are found: a sheet tells of its merged cells, which may be the reason, behind its rows.
                header = row.Row > HeaderSearch.LastRow(mapping) ? null : HeaderSearch.Of(row, mapping, names);
                continue;
            }

            if (NumberOf(row, header) is { } number && number != last)
            {
                last = number;
                if (!seen.Add(number))
                {
                    scattered.TryAdd(number, row.Row);
                }
            }
        }

        return scattered;
    }

    public static string? NumberOf(TableRow row, TableHeader header) =>
        header.NumberIndex < row.Cells.Count && row.Cells[header.NumberIndex] is { Shown: { Length: > 0 } number } ? number : null;
}
