namespace Ksef.Mapping.Tables;

/// <summary>A table that can be read more than once: first for the numbers of its invoices alone, then for all.</summary>
internal interface ITable
{
    /// <summary>Name of the sheet; none for a CSV.</summary>
    string? Sheet { get; }

    /// <summary>Whether a row with more or fewer fields than the header has cannot be relied on.</summary>
    bool IsStrict { get; }

    /// <summary>Its rows from the first one on.</summary>
    IAsyncEnumerable<TableRow> ReadAsync(CancellationToken cancellationToken);
}
