namespace Ksef.Mapping;

/// <summary>
/// How much of a workbook is read. A workbook is a ZIP: what its entries inflate to is counted while they are read, for what the archive says of them may be a lie.
/// </summary>
public sealed record ExcelLimits
{
    /// <summary>The limits where nothing else is said.</summary>
    public static ExcelLimits Default { get; } = new();

    /// <summary>Rows of the sheet that hold a value; ten thousand invoices of twenty-five lines by default.</summary>
    public int Rows { get; init; } = 250_000;

    /// <summary>Columns in which a value may stand.</summary>
    public int Columns { get; init; } = 1_000;

    /// <summary>Bytes that one part of the workbook, such as a sheet, inflates to.</summary>
    public long PartBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Bytes in UTF-8 of the texts that the sheets share; they are held in memory.</summary>
    public int SharedTextBytes { get; init; } = 96 * 1024 * 1024;

    /// <summary>Bytes between one piece of markup and the next: the longest text or attribute that is held in memory.</summary>
    public int MarkupBytes { get; init; } = 1024 * 1024;

    /// <summary>Merged ranges of the sheet.</summary>
    public int MergedRanges { get; init; } = 100_000;
}
