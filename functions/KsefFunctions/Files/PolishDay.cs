namespace KsefFunctions.Files;

/// <summary>Days as law and KSeF count them: by the clock in Poland, wherever the app runs.</summary>
public static class PolishDay
{
    private static readonly TimeZoneInfo Poland = TimeZoneInfo.FindSystemTimeZoneById("Europe/Warsaw");

    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Poland).DateTime);
}
