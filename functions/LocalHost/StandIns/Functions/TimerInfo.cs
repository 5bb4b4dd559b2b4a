namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer function learns of the occurrence it runs for.</summary>
public class TimerInfo
{
    public ScheduleStatus? ScheduleStatus { get; set; }

    public bool IsPastDue { get; set; }
}
