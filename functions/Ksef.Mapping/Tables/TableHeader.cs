using System.Globalization;

namespace Ksef.Mapping.Tables;

/// <summary>Which column of a table holds which field.</summary>
/// <param name="Row">Row of the headings.</param>
/// <param name="Columns">Columns in their order; a field of <see langword="null"/> is passed over.</param>
internal sealed record TableHeader(int Row, IReadOnlyList<TableColumn> Columns)
{
    /// <summary>So many rows may stand above the headings.</summary>
    public const int RowsSearched = 30;

    /// <summary>Index of the column with the number of the invoice.</summary>
    public int NumberIndex { get; } = Columns.Select((column, index) => (column, index)).FirstOrDefault(pair => pair.column.Field == InvoiceFields.Number, (null!, -1)).Item2;

    /// <summary>How many columns hold fields of each level, in the order of the levels.</summary>
    public IReadOnlyList<int> ColumnsOf { get; } = [.. Enum.GetValues<FieldLevel>().Select(level => Columns.Count(column => column.Field?.Level == level))];

    /// <summary>The header that a row is.</summary>
    /// <returns>The header; <see langword="null"/> when the row is none: it has no heading for the number, or no other one that is known.</returns>
    public static TableHeader? Of(TableRow row, FieldNames names, bool isForced)
    {
        var columns = new List<TableColumn>(row.Cells.Count);
        foreach (var cell in row.Cells)
        {
            var heading = cell?.Shown ?? string.Empty;
            var isKnown = names.TryFind(heading, out var field);
            columns.Add(new TableColumn(heading, isKnown ? field : null, isKnown || heading.Length == 0));
        }

        var known = columns.Count(column => column.Field is not null);
        var hasNumber = columns.Exists(column => column.Field == InvoiceFields.Number);
        return hasNumber && (known > 1 || isForced) ? new TableHeader(row.Row, columns) : null;
    }

    /// <summary>What is wrong with the headings: two columns for one field, columns that nobody knows.</summary>
    public IEnumerable<DataFinding> Findings(string? sheet)
    {
        for (var index = 0; index < Columns.Count; index++)
        {
            var column = Columns[index];
            var place = new DataPlace(sheet, Row, index + 1, column.Heading);
            if (!column.IsKnown)
            {
                yield return TableFindings.UnknownHeading.At(place, ("heading", column.Heading));
            }

            var first = FirstOf(column.Field);
            if (column.Field is { } field && first < index)
            {
                yield return TableFindings.HeadingTwice.At(
                    place, ("first", Named(first)), ("second", Named(index)), ("field", new(field.Pl, field.En)));
            }
        }
    }

    private int FirstOf(SimpleField? field)
    {
        for (var index = 0; index < Columns.Count; index++)
        {
            if (Columns[index].Field == field)
            {
                return index;
            }
        }

        return -1;
    }

    private string Named(int index) => $"{(index + 1).ToString(CultureInfo.InvariantCulture)} „{Columns[index].Heading}”";
}

/// <summary>A column.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Field">Its field; <see langword="null"/> when it has none.</param>
/// <param name="IsKnown">Whether that is as it should be.</param>
internal sealed record TableColumn(string Heading, SimpleField? Field, bool IsKnown);
