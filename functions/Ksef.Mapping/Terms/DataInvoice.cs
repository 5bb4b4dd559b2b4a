namespace Ksef.Mapping;

/// <summary>An invoice as the file gives it: nothing filled in, nothing computed, nothing read into it.</summary>
/// <param name="Head">Fields of the invoice itself.</param>
/// <param name="Rows">Lines, third parties and all else that may come more than once, in the order of the file.</param>
public sealed record DataInvoice(DataRow Head, IReadOnlyList<DataRow> Rows) : DataItem
{
    /// <summary>What the reader itself found wrong with it. An error stops the invoice, and only it.</summary>
    public IReadOnlyList<DataFinding> Findings { get; init; } = [];

    /// <summary>Rows of one level.</summary>
    public IEnumerable<DataRow> RowsOf(FieldLevel level) => Rows.Where(row => row.Level == level);
}
