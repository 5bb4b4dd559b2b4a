using LocalHost.Functions;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Triggers.Timers;

/// <summary>Runs timer functions: never two occurrences of one timer at a time, and late once after a time of being down.</summary>
internal sealed partial class TimerTriggerService(
    FunctionCatalogue catalogue,
    FunctionInvoker invoker,
    TimerStatusStore statuses,
    IConfiguration settings,
    TimeProvider time,
    ILogger<TimerTriggerService> logger) : BackgroundService
{
    // Task.Delay takes some 49 days at most.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(from found in catalogue.TriggeredBy<TimerTriggerAttribute>() select RunAsync(found.Function, found.Trigger, stoppingToken));

    private async Task RunAsync(FunctionDescriptor function, TimerTriggerAttribute trigger, CancellationToken stoppingToken)
    {
        CronSchedule schedule = CronSchedule.Parse(BindingExpression.Resolve(trigger.Schedule, settings));
        DateTimeOffset started = time.GetUtcNow();
        DateTimeOffset last = trigger.UseMonitor ? await statuses.GetLastAsync(function.Name, stoppingToken) ?? started : started;
        bool startNow = trigger.RunOnStartup;
        while (true)
        {
            DateTimeOffset due = startNow ? started : schedule.Next(last);
            startNow = false;
            await DelayUntilAsync(due, stoppingToken);
            DateTimeOffset now = time.GetUtcNow();
            DateTimeOffset next = schedule.Next(now);
            await InvokeAsync(function, isPastDue: due < started, last, next, stoppingToken);
            last = now;
            if (trigger.UseMonitor)
            {
                await statuses.SetLastAsync(function.Name, last, stoppingToken);
            }
        }
    }

    private async Task InvokeAsync(FunctionDescriptor function, bool isPastDue, DateTimeOffset last, DateTimeOffset next, CancellationToken stoppingToken)
    {
        var timer = new TimerInfo
        {
            IsPastDue = isPastDue,
            ScheduleStatus = new ScheduleStatus { Last = last.UtcDateTime, Next = next.UtcDateTime, LastUpdated = last.UtcDateTime },
        };
        try
        {
            await invoker.InvokeAsync(function, new TimerTriggerInput(timer), stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed(function.Name, next, exception);
        }
    }

    private async Task DelayUntilAsync(DateTimeOffset due, CancellationToken stoppingToken)
    {
        for (TimeSpan left = due - time.GetUtcNow(); left > TimeSpan.Zero; left = due - time.GetUtcNow())
        {
            await Task.Delay(left < LongestDelay ? left : LongestDelay, time, stoppingToken);
        }
    }

    [LoggerMessage(EventId = 2301, Level = LogLevel.Error, Message = "The timer function {Function} failed; it runs again at {Next}")]
    private partial void LogFailed(string function, DateTimeOffset next, Exception exception);
}
