using Ksef.Mapping.Excel.Formats;

namespace Ksef.Mapping.Excel.Cells;

/// <summary>What a cell holds; a formula's is the value that the program which saved the file computed.</summary>
internal abstract record CellValue;

/// <summary>A text, as it is.</summary>
internal sealed record TextCell(string Text) : CellValue;

/// <summary>A number. Excel keeps fifteen digits of it.</summary>
/// <param name="Value">The number to fifteen digits.</param>
/// <param name="Format">How the cell shows it.</param>
internal sealed record NumberCell(decimal Value, NumberFormat Format) : CellValue
{
    private const decimal SixteenDigits = 1_000_000_000_000_000m;

    /// <summary>Whether it has more digits before the decimal sign than a workbook keeps: those behind the fifteenth are made up.</summary>
    public bool HasLostDigits => Math.Abs(Value) >= SixteenDigits;
}

/// <summary>A day; a time of day beside it is dropped.</summary>
internal sealed record DateCell(DateOnly Day) : CellValue;

/// <summary>A time of day without a day, or a time span: never a date and never an amount.</summary>
/// <param name="Days">The number in the cell, in days.</param>
internal sealed record TimeCell(decimal Days) : CellValue;

/// <summary>TRUE or FALSE.</summary>
internal sealed record FlagCell(bool Value) : CellValue;

/// <summary>An error, such as <c>#N/A</c>.</summary>
internal sealed record ErrorCell(string Name) : CellValue;

/// <summary>A cell that holds something, but not a value.</summary>
/// <param name="Fault">Why not.</param>
/// <param name="Raw">What the file says.</param>
internal sealed record FaultyCell(CellFault Fault, string Raw) : CellValue;
