using Ksef.Invoices;

namespace Ksef.Mapping.Excel.Package;

/// <summary>The workbook cannot be read, or no further. The reader makes a finding of it: it never leaves the reader.</summary>
internal sealed class WorkbookRefusedException : Exception
{
    public WorkbookRefusedException(FindingDefinition definition, params ReadOnlySpan<(string Name, Words Value)> values)
        : base(definition.Code)
    {
        Finding = definition.At(DataPlace.File, values);
    }

    /// <summary>What is told to the data's owner.</summary>
    public DataFinding Finding { get; }

    /// <summary>The content is not what a workbook may hold.</summary>
    /// <param name="part">Where.</param>
    /// <param name="what">What is wrong, in a few words.</param>
    public static WorkbookRefusedException Damaged(string part, Words what) => new(ExcelFindings.Damaged, ("part", part), ("what", what));

    /// <summary>The content is more than is read.</summary>
    /// <param name="what">What there is too much of.</param>
    /// <param name="limit">How much would be read.</param>
    public static WorkbookRefusedException TooLarge(Words what, long limit) => new(ExcelFindings.TooLarge, ("what", what), ("limit", Figure.Of(limit)));
}
