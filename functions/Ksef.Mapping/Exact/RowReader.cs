using System.Globalization;
using Ksef.Invoices;
using Ksef.Mapping.Reading;

namespace Ksef.Mapping.Exact;

/// <summary>
/// Reads the values of a row by the kinds of their fields. What cannot be read is a finding and counts as a mistake, never as empty.
/// Most fields are empty in most rows, and a value is large: it is looked at only where there is one.
/// </summary>
internal sealed class RowReader(MappedRow row, DataMapping mapping, List<DataFinding> findings)
{
    private static readonly DateOnly FirstDay = new(2006, 1, 1);
    private static readonly DateOnly LastDay = new(2050, 1, 1);

    public DataRow Row => row.Row;

    /// <summary>Currency of the invoice, which may stand beside its amounts.</summary>
    public string Currency { get; set; } = "PLN";

    /// <summary>Whether the file or the mapping says something, readable or not.</summary>
    public bool Has(SimpleField field) => row.Has(field);

    /// <summary>Where a field stands, or its row when it is empty.</summary>
    public DataPlace PlaceOf(SimpleField field) => row.Get(field)?.Place ?? Row.Place;

    /// <summary>The value before it is read; an error value is reported.</summary>
    public DataValue? Raw(SimpleField field)
    {
        if (row.Get(field) is not { } value)
        {
            return null;
        }

        if (value.Type != DataValueType.Error)
        {
            return value;
        }

        Report(value.Fault ?? ValueFindings.ErrorValue, field, value);
        return null;
    }

    public string? Text(SimpleField field)
    {
        if (!Has(field) || Raw(field) is not { } value)
        {
            return null;
        }

        var text = PlainText.Of(value.Shown);
        if (PlainText.ForbiddenIn(text) is { } forbidden)
        {
            Report(ValueFindings.ForbiddenCharacter, field, value, ("code", ((int)forbidden).ToString("X4", CultureInfo.InvariantCulture)));
            return null;
        }

        var limit = FieldLimits.LengthOf(field);
        if (text.Length > limit)
        {
            Report(ValueFindings.TooLong, field, value, ("length", Count(text.Length)), ("limit", Count(limit)));
            return null;
        }

        return text.Length == 0 ? null : text;
    }

    public decimal? Number(SimpleField field) => !Has(field) || Raw(field) is not { } value ? null : value.Type switch
    {
        DataValueType.Number => Bounded(field, value, NumberNoise.Without(value.Number, field.Kind)),
        DataValueType.Text => NumberOf(field, value),
        _ => Fail(ValueFindings.NotANumber, field, value),
    };

    public int? Integer(SimpleField field)
    {
        if (Number(field) is not { } number)
        {
            return null;
        }

        if (number is >= 0 and <= 1_000_000)
        {
            return (int)number;
        }

        Report(ValueFindings.OutOfRange, field, Raw(field)!.Value);
        return null;
    }

    public DateOnly? Date(SimpleField field)
    {
        if (!Has(field) || Raw(field) is not { } value)
        {
            return null;
        }

        var day = value.Type switch
        {
            DataValueType.Date => value.Date,
            DataValueType.Text => DateText.Read(value.Shown, mapping.DateFormats),
            _ => null,
        };
        if (day is null)
        {
            Report(ValueFindings.NotADate, field, value);
        }
        else if (day < FirstDay || day > LastDay)
        {
            Report(ValueFindings.DateOutOfRange, field, value, ("first", Day(FirstDay)), ("last", Day(LastDay)));
            return null;
        }

        return day;
    }

    public bool? Flag(SimpleField field)
    {
        if (!Has(field) || Raw(field) is not { } value)
        {
            return null;
        }

        var flag = value.Type switch
        {
            DataValueType.Flag => value.Flag,
            DataValueType.Date => null,
            _ => FlagText.Read(value.Shown),
        };
        if (flag is null)
        {
            Report(ValueFindings.NotAFlag, field, value);
        }

        return flag;
    }

    /// <summary>Adds a finding at a value of this row; <c>{field}</c> is filled in.</summary>
    public void Report(FindingDefinition definition, SimpleField field, DataValue value, params ReadOnlySpan<(string Name, Words Value)> values)
    {
        (string, Words)[] all = [("field", NameOf(field)), .. values];
        findings.Add(definition.At(value, all));
    }

    /// <summary>Adds a finding at a field of this row, or at the row when the field is empty.</summary>
    public void ReportAt(FindingDefinition definition, SimpleField field, params ReadOnlySpan<(string Name, Words Value)> values)
    {
        (string, Words)[] all = [("field", NameOf(field)), .. values];
        findings.Add(row.Get(field) is { } value ? definition.At(value, all) : definition.At(Row.Place, all));
    }

    public static Words NameOf(SimpleField field) => new(field.Pl, field.En);

    private decimal? NumberOf(SimpleField field, DataValue value)
    {
        var reading = NumberText.Read(value.Shown, mapping.DecimalSign);
        if (reading.Outcome == NumberOutcome.NoNumber)
        {
            return Fail(ValueFindings.NotANumber, field, value);
        }

        if (reading.Outcome == NumberOutcome.Two)
        {
            Report(ValueFindings.TwoReadings, field, value, ("first", Plain(reading.Value)), ("second", Plain(reading.Other)));
            return null;
        }

        return IsExpected(field, value, reading.Suffix) ? Bounded(field, value, reading.Value) : null;
    }

    private bool IsExpected(SimpleField field, DataValue value, string suffix)
    {
        if (suffix.Length == 0)
        {
            return true;
        }

        Words expected = field.Kind switch
        {
            FieldKind.Percent => "%",
            FieldKind.Amount or FieldKind.UnitPrice => Currency,
            FieldKind.ExchangeRate => "PLN",
            _ => new Words("sama liczba", "the number alone"),
        };
        var isExpected = field.Kind switch
        {
            FieldKind.Percent => suffix == "%",
            FieldKind.Amount or FieldKind.UnitPrice => CurrencyWord.Of(suffix) == Currency,
            FieldKind.ExchangeRate => CurrencyWord.Of(suffix) == "PLN",
            _ => false,
        };
        if (!isExpected)
        {
            Report(ValueFindings.OtherUnit, field, value, ("unit", suffix), ("expected", expected));
        }

        return isExpected;
    }

    private decimal? Bounded(SimpleField field, DataValue value, decimal number)
    {
        var limit = FieldLimits.DecimalsOf(field.Kind);
        if (decimal.Round(number, limit) != number)
        {
            Report(ValueFindings.TooManyDecimals, field, value, ("limit", Count(limit)));
            return null;
        }

        if (!FieldLimits.IsInRange(field.Kind, number))
        {
            return Fail(ValueFindings.OutOfRange, field, value);
        }

        return PlainNumbers.WithoutZeros(number);
    }

    private decimal? Fail(FindingDefinition definition, SimpleField field, DataValue value)
    {
        Report(definition, field, value);
        return null;
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Plain(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
