namespace Ksef.Mapping.Excel.Cells;

/// <summary>A row of a sheet, its empty cells left out.</summary>
/// <param name="Number">The number that Excel shows beside it, from 1.</param>
/// <param name="Cells">Its cells from left to right.</param>
internal sealed record SheetRow(int Number, IReadOnlyList<Cell> Cells);
