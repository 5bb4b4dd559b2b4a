using System.Globalization;
using Ksef.Invoices;
using Ksef.Mapping.Excel.Cells;
using Ksef.Mapping.Excel.Formats;

namespace Ksef.Mapping.Excel;

/// <summary>
/// What a cell says for a field. A sheet makes of what was typed what it thinks best, and shows another thing than it holds: where the two can differ
/// in meaning, the value is refused.
/// </summary>
internal static class CellMeaning
{
    private static readonly NumberFormatInfo PlainNumber = NumberFormatInfo.InvariantInfo;

    /// <summary>The value of a cell under the heading of a field.</summary>
    public static DataValue Of(CellValue cell, SimpleField field, DataPlace place) => cell switch
    {
        TextCell text => DataValue.OfText(text.Text, place),
        NumberCell number => OfNumber(number, field.Kind, place),
        DateCell date => field.Kind == FieldKind.Date ? DataValue.OfDate(date.Day, place) : Refused(ExcelFindings.DateForOther, Shown(date), place),
        FlagCell flag => field.Kind == FieldKind.Flag ? DataValue.OfFlag(flag.Value, place) : Refused(ExcelFindings.FlagForOther, Shown(flag), place),
        ErrorCell error => DataValue.OfError(error.Name, place),
        TimeCell time => Refused(ExcelFindings.TimeForOther, Shown(time), place),
        FaultyCell faulty => Refused(DefinitionOf(faulty.Fault), Shown(faulty), place),
        _ => throw new ArgumentException($"No kind of cell: {cell.GetType().Name}.", nameof(cell)),
    };

    /// <summary>What a person sees in a cell, as near as that is known without the language of the screen.</summary>
    public static string Shown(CellValue cell) => cell switch
    {
        TextCell text => text.Text,
        NumberCell { Format.Kind: NumberFormatKind.Percent } number => Plain(number.Value * 100) + "%",
        NumberCell number => Plain(number.Value),
        DateCell date => date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeCell time => Clock(time.Days),
        FlagCell flag => flag.Value ? "TRUE" : "FALSE",
        ErrorCell error => error.Name,
        FaultyCell { Raw.Length: 0 } => "=",
        FaultyCell faulty => faulty.Raw,
        _ => string.Empty,
    };

    private static DataValue OfNumber(NumberCell cell, FieldKind kind, DataPlace place)
    {
        var isPercent = cell.Format.Kind == NumberFormatKind.Percent;
        return kind switch
        {
            // A sheet holds 23 % as 0.23.
            FieldKind.Percent or FieldKind.VatRate => isPercent ? DataValue.OfNumber(cell.Value * 100, place, Shown(cell)) : DataValue.OfNumber(cell.Value, place),
            FieldKind.Amount or FieldKind.UnitPrice or FieldKind.Quantity or FieldKind.ExchangeRate or FieldKind.Count or FieldKind.Flag or FieldKind.Date =>
                isPercent ? Refused(ExcelFindings.PercentForOther, Shown(cell), place) : DataValue.OfNumber(cell.Value, place),
            _ when cell.HasLostDigits => Refused(ExcelFindings.LostDigits, Shown(cell), place),
            _ => isPercent || decimal.Truncate(cell.Value) != cell.Value ? Refused(ExcelFindings.NumberForText, Shown(cell), place) : DataValue.OfText(Digits(cell), place),
        };
    }

    /// <summary>A whole number as a text, with the leading zeros that its format shows.</summary>
    private static string Digits(NumberCell cell) =>
        (cell.Value < 0 ? "-" : string.Empty) + Plain(Math.Abs(cell.Value)).PadLeft(Math.Min(cell.Format.MinimumDigits, 40), '0');

    private static string Plain(decimal number) => number.ToString("0.############################", PlainNumber);

    private static string Clock(decimal days)
    {
        var seconds = (long)Math.Round(Math.Abs(days) * 86_400);
        return string.Create(CultureInfo.InvariantCulture, $"{(days < 0 ? "-" : string.Empty)}{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}");
    }

    private static FindingDefinition DefinitionOf(CellFault fault) => fault switch
    {
        CellFault.NotComputed => ExcelFindings.NotComputed,
        CellFault.NoSuchDay => ExcelFindings.NoSuchDay,
        _ => ExcelFindings.Unreadable,
    };

    private static DataValue Refused(FindingDefinition definition, string shown, DataPlace place) => DataValue.OfFault(definition, shown, place);
}
