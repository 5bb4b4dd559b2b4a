namespace Ksef.Mapping.Excel.Cells;

/// <summary>A sheet as the workbook lists it.</summary>
/// <param name="Name">Its name on the tab.</param>
/// <param name="IsVisible">Whether its tab is shown.</param>
/// <param name="Part">Name of its part.</param>
internal readonly record struct SheetEntry(string Name, bool IsVisible, string Part);
