namespace Ksef.Mapping.Excel.Cells;

/// <summary>A cell that holds something.</summary>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Value">What it holds.</param>
internal readonly record struct Cell(int Column, CellValue Value);
