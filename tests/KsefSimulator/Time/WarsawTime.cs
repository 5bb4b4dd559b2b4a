namespace KsefSimulator.Time;

/// <summary>KSeF's calendar day is Poland's, whatever the machine's zone.</summary>
internal static class WarsawTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Warsaw");

    public static DateTimeOffset WarsawNow(this TimeProvider time) => time.GetUtcNow().InWarsaw();

    public static DateOnly WarsawToday(this TimeProvider time) => time.GetUtcNow().WarsawDay();

    public static DateTimeOffset InWarsaw(this DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    public static DateOnly WarsawDay(this DateTimeOffset moment) => DateOnly.FromDateTime(moment.InWarsaw().DateTime);

    /// <summary>A wall-clock time without an offset, as KSeF reads it.</summary>
    public static DateTimeOffset FromWarsaw(DateTime wallClock) =>
        new(DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified), Zone.GetUtcOffset(wallClock));
}
