namespace KsefFunctions.Files;

/// <summary>Time as law and KSeF count it: by the clock in Poland, wherever the app runs.</summary>
public static class PolishTime
{
    private static readonly TimeZoneInfo Poland = TimeZoneInfo.FindSystemTimeZoneById("Europe/Warsaw");

    /// <summary>What calendar and clock show there.</summary>
    public static DateTime At(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Poland).DateTime;

    /// <summary>The day there.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(At(moment));
}
