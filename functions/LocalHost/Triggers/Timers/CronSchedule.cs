namespace LocalHost.Triggers.Timers;

/// <summary>A schedule of six fields (second, minute, hour, day, month, day of week), as timer triggers take it; always UTC.</summary>
public sealed class CronSchedule
{
    // The longest wait between two occurrences of a real date: 29 February over a century that is no leap year.
    private const int LongestWaitInDays = 8 * 366;

    private readonly CronField[] _fields;

    private CronSchedule(CronField[] fields)
    {
        _fields = fields;
    }

    /// <exception cref="FormatException">The expression is no CRON expression of six fields.</exception>
    public static CronSchedule Parse(string expression)
    {
        string[] parts = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == CronPart.All.Count
            ? new CronSchedule([.. parts.Zip(CronPart.All, CronField.Parse)])
            : throw new FormatException($"'{expression}' has {parts.Length} fields instead of {CronPart.All.Count}.");
    }

    /// <summary>The first occurrence after a moment.</summary>
    /// <exception cref="InvalidOperationException">There is none, as for 30 February.</exception>
    public DateTimeOffset Next(DateTimeOffset after)
    {
        DateTimeOffset from = after.ToUniversalTime();
        from = new DateTimeOffset(from.Ticks - (from.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero).AddSeconds(1);
        DateOnly today = DateOnly.FromDateTime(from.UtcDateTime);
        for (int day = 0; day <= LongestWaitInDays; day++)
        {
            DateOnly date = today.AddDays(day);
            if (OccursOn(date) && FirstTime(day == 0 ? TimeOnly.FromDateTime(from.UtcDateTime) : TimeOnly.MinValue) is { } time)
            {
                return new DateTimeOffset(date.ToDateTime(time), TimeSpan.Zero);
            }
        }

        throw new InvalidOperationException("The schedule has no occurrence.");
    }

    // NCrontab, which the Functions host uses, wants both where a day of month and a day of week are given.
    private bool OccursOn(DateOnly date) =>
        Field(CronKind.Month).Contains(date.Month) && Field(CronKind.DayOfMonth).Contains(date.Day) && Field(CronKind.DayOfWeek).Contains((int)date.DayOfWeek);

    private TimeOnly? FirstTime(TimeOnly from)
    {
        for (int hour = from.Hour; hour < 24; hour++)
        {
            if (!Field(CronKind.Hour).Contains(hour))
            {
                continue;
            }

            for (int minute = hour == from.Hour ? from.Minute : 0; minute < 60; minute++)
            {
                if (!Field(CronKind.Minute).Contains(minute))
                {
                    continue;
                }

                for (int second = hour == from.Hour && minute == from.Minute ? from.Second : 0; second < 60; second++)
                {
                    if (Field(CronKind.Second).Contains(second))
                    {
                        return new TimeOnly(hour, minute, second);
                    }
                }
            }
        }

        return null;
    }

    private CronField Field(CronKind kind) => _fields[(int)kind];
}
