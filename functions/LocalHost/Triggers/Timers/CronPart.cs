namespace LocalHost.Triggers.Timers;

/// <summary>A position in a CRON expression and the values it may take. Sunday is 0 and 7.</summary>
internal sealed record CronPart(CronKind Kind, int Lowest, int Highest)
{
    public static IReadOnlyList<CronPart> All { get; } =
    [
        new(CronKind.Second, 0, 59),
        new(CronKind.Minute, 0, 59),
        new(CronKind.Hour, 0, 23),
        new(CronKind.DayOfMonth, 1, 31),
        new(CronKind.Month, 1, 12),
        new(CronKind.DayOfWeek, 0, 7),
    ];
}
