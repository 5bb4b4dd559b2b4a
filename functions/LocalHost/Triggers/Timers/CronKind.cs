namespace LocalHost.Triggers.Timers;

/// <summary>What a field of a CRON expression stands for.</summary>
internal enum CronKind
{
    Second,
    Minute,
    Hour,
    DayOfMonth,
    Month,
    DayOfWeek,
}
