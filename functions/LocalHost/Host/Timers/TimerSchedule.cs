using NCrontab;

namespace LocalHost.Host.Timers;

/// <summary>When a timer is due, in UTC.</summary>
internal sealed class TimerSchedule(CrontabSchedule schedule)
{
    private const int FieldsWithSeconds = 6;

    /// <param name="expression">NCRONTAB: five fields, or six with the seconds first.</param>
    /// <exception cref="FormatException">It is something else.</exception>
    public static TimerSchedule Parse(string expression)
    {
        bool seconds = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == FieldsWithSeconds;
        return new TimerSchedule(CrontabSchedule.TryParse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = seconds })
            ?? throw new FormatException($"'{expression}' is no NCRONTAB expression."));
    }

    public DateTimeOffset Next(DateTimeOffset after) => new(schedule.GetNextOccurrence(after.UtcDateTime), TimeSpan.Zero);
}
