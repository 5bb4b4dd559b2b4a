using System.Globalization;

namespace KsefSimulator.Time;

/// <summary>Times as people write them: <c>500ms</c>, <c>30s</c>, <c>5m</c>, <c>12h</c>, or <c>1.00:00:00</c>.</summary>
internal static class Durations
{
    /// <exception cref="FormatException">None of these, negative, or longer than the calendar.</exception>
    public static TimeSpan Parse(string value)
    {
        var duration = value switch
        {
            [.. var number, 'm', 's'] => Times(number, TimeSpan.TicksPerMillisecond),
            [.. var number, 's'] => Times(number, TimeSpan.TicksPerSecond),
            [.. var number, 'm'] => Times(number, TimeSpan.TicksPerMinute),
            [.. var number, 'h'] => Times(number, TimeSpan.TicksPerHour),
            _ when TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var parsed) => parsed,
            _ => null,
        };
        return duration is { } time && time >= TimeSpan.Zero ? time : throw new FormatException($"'{value}' is not a time: use 500ms, 30s, 5m or 12h.");
    }

    private static TimeSpan? Times(string number, long unit) =>
        double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) && count * unit < TimeSpan.MaxValue.Ticks
            ? TimeSpan.FromTicks((long)(count * unit))
            : null;
}
