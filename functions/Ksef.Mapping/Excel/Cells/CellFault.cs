namespace Ksef.Mapping.Excel.Cells;

/// <summary>Why a cell that holds something holds no value.</summary>
internal enum CellFault
{
    /// <summary>A formula that was never computed: programs that write workbooks without a spreadsheet behind them leave it to Excel.</summary>
    NotComputed,

    /// <summary>A number shown as a date for which there is no day, or more than one: Excel and LibreOffice differ before 1 March 1900.</summary>
    NoSuchDay,

    /// <summary>Not a number, or one too large.</summary>
    NoNumber,

    /// <summary>A kind of cell that ECMA-376 does not know.</summary>
    UnknownKind,
}
