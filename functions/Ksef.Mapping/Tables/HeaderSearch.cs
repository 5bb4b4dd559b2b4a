namespace Ksef.Mapping.Tables;

/// <summary>Where the headings of a table stand: in the row that the mapping names, else in the first one that has them.</summary>
internal static class HeaderSearch
{
    public static TableHeader? Of(TableRow row, DataMapping mapping, FieldNames names) =>
        mapping.HeaderRow is { } expected
            ? row.Row == expected ? TableHeader.Of(row, names, isForced: true) : null
            : TableHeader.Of(row, names, isForced: false);

    public static int LastRow(DataMapping mapping) => mapping.HeaderRow ?? TableHeader.RowsSearched;
}
