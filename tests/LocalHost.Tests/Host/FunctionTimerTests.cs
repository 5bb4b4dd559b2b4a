using LocalHost.Host.Functions;
using LocalHost.Host.Timers;
using Microsoft.Azure.WebJobs.Host;

namespace LocalHost.Tests.Host;

public sealed class FunctionTimerTests
{
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 8, 7, 0, TimeSpan.Zero));
    private readonly RecordingJobHost _jobHost = new();

    [Fact]
    public async Task KeepTime_Due_RunsAndSaysWhen()
    {
        using var stop = new CancellationTokenSource();
        Task keeping = Timer("0 */10 * * * *").KeepTimeAsync(stop.Token);

        await PassAsync(TimeSpan.FromMinutes(2));
        _jobHost.Runs.ShouldBeEmpty();
        await PassAsync(TimeSpan.FromMinutes(1));
        await RunsBecomeAsync(1);
        await PassAsync(TimeSpan.FromMinutes(10));
        await RunsBecomeAsync(2);

        _jobHost.Runs[1].Invocation.Input.Json.ShouldBe(
            """{"ScheduleStatus":{"Last":"2026-03-02T08:10:00Z","Next":"2026-03-02T08:30:00Z","LastUpdated":"2026-03-02T08:10:00Z"},"IsPastDue":false}""");
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(keeping);
    }

    [Fact]
    public async Task KeepTime_RunFails_RunsAgainWhenDue()
    {
        using var stop = new CancellationTokenSource();
        _jobHost.Run = () => Task.FromException(new FunctionInvocationException("failed"));
        Task keeping = Timer("0 */10 * * * *").KeepTimeAsync(stop.Token);

        await PassAsync(TimeSpan.FromMinutes(3));
        await RunsBecomeAsync(1);
        await PassAsync(TimeSpan.FromMinutes(10));
        await RunsBecomeAsync(2);

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(keeping);
    }

    [Fact]
    public async Task Run_WhileAnotherRuns_WaitsForItsEnd()
    {
        var end = new TaskCompletionSource();
        _jobHost.Run = () => end.Task;
        FunctionTimer timer = Timer("0 0 3 * * *");

        Task first = timer.RunAsync(CancellationToken.None);
        Task second = timer.RunAsync(CancellationToken.None);
        _jobHost.Runs.Count.ShouldBe(1);

        end.SetResult();
        await Task.WhenAll(first, second);
        _jobHost.Runs.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Run_AfterAFailedRun_Runs()
    {
        FunctionTimer timer = Timer("0 0 3 * * *");
        _jobHost.Run = () => Task.FromException(new FunctionInvocationException("failed"));
        await Should.ThrowAsync<FunctionInvocationException>(timer.RunAsync(CancellationToken.None));

        _jobHost.Run = () => Task.CompletedTask;
        await timer.RunAsync(CancellationToken.None);

        _jobHost.Runs.Count.ShouldBe(2);
    }

    private FunctionTimer Timer(string schedule) =>
        new(Declare.Timer("Tick", schedule), TimerSchedule.Parse(schedule), new ManualFunctions(_jobHost), _time);

    private async Task PassAsync(TimeSpan time)
    {
        await Eventually.BecomesTrueAsync(() => _time.WaitingTimers > 0, "the timer waits");
        _time.Advance(time);
    }

    private Task RunsBecomeAsync(int count) => Eventually.BecomesTrueAsync(() => _jobHost.Runs.Count == count, $"the function has run {count} times");
}
