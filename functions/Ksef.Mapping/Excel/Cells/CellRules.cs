namespace Ksef.Mapping.Excel.Cells;

/// <summary>What a workbook says of all its cells.</summary>
/// <param name="From1904">Whether days are counted from 1904.</param>
/// <param name="IsToBeComputed">Whether the values beside formulas are not computed ones.</param>
internal readonly record struct CellRules(bool From1904, bool IsToBeComputed);
