using System.Globalization;
using Ksef.Invoices;

namespace Ksef.Mapping;

/// <summary>
/// A value as a format gave it, and where. Readers never make a number or a date of free text: that is left to one place with exact rules.
/// An empty value is not written down at all.
/// </summary>
public readonly record struct DataValue
{
    private readonly string? _text;
    private readonly decimal _number;
    private readonly DateOnly _date;

    private DataValue(DataValueType type, DataPlace place, string? text = null, decimal number = 0, DateOnly date = default)
    {
        Type = type;
        Place = place;
        _text = text;
        _number = number;
        _date = date;
    }

    /// <summary>What the format gave.</summary>
    public DataValueType Type { get; }

    /// <summary>Where it stands.</summary>
    public DataPlace Place { get; init; }

    /// <summary>The number of a <see cref="DataValueType.Number"/>.</summary>
    public decimal Number => Type == DataValueType.Number ? _number : throw new InvalidOperationException($"It is a {Type}, not a number.");

    /// <summary>The day of a <see cref="DataValueType.Date"/>.</summary>
    public DateOnly Date => Type == DataValueType.Date ? _date : throw new InvalidOperationException($"It is a {Type}, not a date.");

    /// <summary>The answer of a <see cref="DataValueType.Flag"/>.</summary>
    public bool Flag => Type == DataValueType.Flag ? _number != 0 : throw new InvalidOperationException($"It is a {Type}, not a flag.");

    /// <summary>Why a <see cref="DataValueType.Error"/> is no value, where the reader of the format knows more than that it is none.</summary>
    public FindingDefinition? Fault { get; private init; }

    /// <summary>What a person sees in the file: the text, the error's name (<c>#N/A</c>), or number, date and flag in one fixed form.</summary>
    public string Shown => Type switch
    {
        DataValueType.Number => _text ?? _number.ToString(CultureInfo.InvariantCulture),
        DataValueType.Date => _text ?? _date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DataValueType.Flag => _text ?? (_number != 0 ? "true" : "false"),
        _ => _text ?? string.Empty,
    };

    /// <summary>A text. Spaces at its ends do not belong to it.</summary>
    public static DataValue OfText(string text, DataPlace place) => new(DataValueType.Text, place, text.Trim());

    /// <summary>A number of a format whose numbers have one reading.</summary>
    /// <param name="number">The number.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="shown">How the file shows it, where that differs from its plain form.</param>
    public static DataValue OfNumber(decimal number, DataPlace place, string? shown = null) => new(DataValueType.Number, place, shown, number);

    /// <summary>A date of a format whose dates have one reading.</summary>
    /// <param name="date">The day.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="shown">How the file shows it, where that differs from ISO 8601.</param>
    public static DataValue OfDate(DateOnly date, DataPlace place, string? shown = null) => new(DataValueType.Date, place, shown, date: date);

    /// <summary>Yes or no.</summary>
    public static DataValue OfFlag(bool flag, DataPlace place) => new(DataValueType.Flag, place, number: flag ? 1 : 0);

    /// <summary>A value that the format marks as none.</summary>
    /// <param name="error">Its name in the format, such as <c>#DIV/0!</c>.</param>
    /// <param name="place">Where it stands.</param>
    public static DataValue OfError(string error, DataPlace place) => new(DataValueType.Error, place, error);

    /// <summary>A value that the reader of the format refuses.</summary>
    /// <param name="fault">Why; its sentences may name <c>{field}</c> and <c>{value}</c>.</param>
    /// <param name="shown">What a person sees in the file.</param>
    /// <param name="place">Where it stands.</param>
    internal static DataValue OfFault(FindingDefinition fault, string shown, DataPlace place) => new(DataValueType.Error, place, shown) { Fault = fault };
}
