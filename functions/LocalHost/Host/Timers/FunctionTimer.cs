using LocalHost.Host.Functions;
using LocalHost.Host.Protos;
using Microsoft.Azure.WebJobs.Host;

namespace LocalHost.Host.Timers;

/// <summary>One timer function: never two runs at a time.</summary>
internal sealed class FunctionTimer(DeclaredFunction function, TimerSchedule schedule, ManualFunctions functions, TimeProvider time)
{
    private static readonly Dictionary<string, object> NoData = [];

    // A timer of .NET takes some 49 days at most.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private Task _run = Task.CompletedTask;
    private DateTimeOffset _last = time.GetUtcNow();

    public string Name => function.Name;

    /// <summary>Runs the function on its schedule. What was missed while the host was down is not made up for.</summary>
    public async Task KeepTimeAsync(CancellationToken cancellationToken)
    {
        if (function.Trigger.RunOnStartup)
        {
            await TryRunAsync(cancellationToken);
        }

        while (true)
        {
            DateTimeOffset due = schedule.Next(time.GetUtcNow());
            for (TimeSpan left = due - time.GetUtcNow(); left > TimeSpan.Zero; left = due - time.GetUtcNow())
            {
                await Task.Delay(left < LongestDelay ? left : LongestDelay, time, cancellationToken);
            }

            await TryRunAsync(cancellationToken);
        }
    }

    /// <summary>Runs the function now, or as soon as the run in progress has ended.</summary>
    /// <exception cref="FunctionInvocationException">The function failed; the SDK has logged it.</exception>
    public Task RunAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _run = RunAsync(_run, cancellationToken);
        }
    }

    private async Task RunAsync(Task previous, CancellationToken cancellationToken)
    {
        await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        DateTimeOffset now = time.GetUtcNow();
        var input = new TypedData { Json = TimerInput.ToJson(_last, schedule.Next(now)) };
        _last = now;
        await functions.RunAsync(function, new ManualInvocation(input, NoData), cancellationToken);
    }

    private async Task TryRunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The SDK has logged it. The next run is the next chance.
        }
    }
}
