using System.Globalization;
using System.Runtime.CompilerServices;

namespace Ksef.Mapping.Tables;

/// <summary>Reads invoices from a table: one or more rows for each, standing together, every row with the number of its invoice.</summary>
internal sealed class TableInvoices(ITable table, DataMapping mapping)
{
    private readonly FieldNames _names = new(mapping);

    public async IAsyncEnumerable<DataItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var scattered = await ScatteredNumbers.FindAsync(table, mapping, _names, cancellationToken);
        TableHeader? header = null;
        var grouping = new RowGrouping(table.Sheet, scattered);
        await foreach (var row in table.ReadAsync(cancellationToken))
        {
            if (row.IsEmpty)
            {
                continue;
            }

            if (header is not null)
            {
                foreach (var item in grouping.Add(Checked(row, header), header))
                {
                    yield return item;
                }

                continue;
            }

            if (row.LosesRest)
            {
                yield return new FileFinding(row.Mistake!);
                yield break;
            }

            header = HeaderSearch.Of(row, mapping, _names);
            if (header is null && row.Row > HeaderSearch.LastRow(mapping))
            {
                break;
            }

            var isBroken = false;
            foreach (var finding in header?.Findings(table.Sheet) ?? [])
            {
                isBroken |= finding.Severity == Invoices.FindingSeverity.Error;
                yield return new FileFinding(finding);
            }

            if (isBroken)
            {
                yield break;
            }
        }

        if (header is null)
        {
            yield return new FileFinding(TableFindings.NoHeader.At(
                new DataPlace(table.Sheet, null, null, null), ("count", HeaderSearch.LastRow(mapping).ToString(CultureInfo.InvariantCulture))));
            yield break;
        }

        foreach (var item in grouping.End())
        {
            yield return item;
        }
    }

    /// <summary>A separator at the end of each row is common and harmless; a text that was cut in two is not.</summary>
    private TableRow Checked(TableRow row, TableHeader header)
    {
        if (!table.IsStrict || row.Mistake is not null || row.Cells.Count == header.Columns.Count || row.Cells.Skip(header.Columns.Count).All(cell => cell is null) && row.Cells.Count > header.Columns.Count)
        {
            return row;
        }

        return row with
        {
            Mistake = TableFindings.FieldCount.At(
                new DataPlace(table.Sheet, row.Row, null, null),
                ("found", row.Cells.Count.ToString(CultureInfo.InvariantCulture)), ("expected", header.Columns.Count.ToString(CultureInfo.InvariantCulture))),
        };
    }
}
