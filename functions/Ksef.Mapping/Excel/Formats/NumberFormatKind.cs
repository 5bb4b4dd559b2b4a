namespace Ksef.Mapping.Excel.Formats;

/// <summary>What a number format makes of a number.</summary>
internal enum NumberFormatKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>Hundredths: 0.23 is shown as 23 %.</summary>
    Percent,

    /// <summary>A day, with or without a time of day.</summary>
    Date,

    /// <summary>A time of day without a day, or a time span.</summary>
    Time,
}
