using LocalHost.Tests.Azurite;
using LocalHost.Triggers.Timers;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Tests.Triggers;

[Collection(AzuriteCollection.Name)]
public sealed class TimerTriggerTests(AzuriteFixture azurite)
{
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 0, 59, 0, TimeSpan.Zero));
    private readonly Recorder _recorder = new();

    [Fact]
    public async Task Timer_Started_WaitsForItsHourAndSaysWhenItRunsNext()
    {
        await using TriggerHarness host = await StartAsync(typeof(Nightly));
        await WaitsAsync();
        _recorder.Calls.ShouldBeEmpty();

        _time.Advance(TimeSpan.FromMinutes(1));

        await CalledAsync("on time, next 03-03 01:00");
    }

    [Fact]
    public async Task Timer_DownAtItsHour_RunsOnceAtTheStartAndSaysThatItIsLate()
    {
        await using (TriggerHarness before = await StartAsync(typeof(Caught)))
        {
            await WaitsAsync();
            _time.Advance(TimeSpan.FromMinutes(1));
            await CalledAsync("on time, next 03-03 01:00");
            await WaitsAsync();
        }

        _time.Advance(TimeSpan.FromDays(3));
        await using TriggerHarness after = await StartAsync(typeof(Caught));

        await CalledAsync("on time, next 03-03 01:00", "late, next 03-06 01:00");
    }

    [Fact]
    public async Task Timer_FunctionFails_RunsAgainAtItsNextHour()
    {
        _recorder.Fails = _ => true;
        await using TriggerHarness host = await StartAsync(typeof(Failing));
        await WaitsAsync();
        _time.Advance(TimeSpan.FromMinutes(1));
        await CalledAsync("on time, next 03-03 01:00");
        await WaitsAsync();

        _time.Advance(TimeSpan.FromDays(1));

        await CalledAsync("on time, next 03-03 01:00", "on time, next 03-04 01:00");
    }

    private Task<TriggerHarness> StartAsync(Type functions) =>
        TriggerHarness.StartAsync<TimerTriggerService>(functions, _recorder, azurite.Blobs, _time);

    private Task WaitsAsync() => Eventually.BecomesTrueAsync(() => _time.WaitingTimers == 1, "the timer waits");

    private async Task CalledAsync(params string[] expected)
    {
        await Eventually.BecomesTrueAsync(() => _recorder.Calls.Count >= expected.Length, "the function ran");
        _recorder.Calls.ShouldBe(expected);
    }

    private static string Describe(TimerInfo timer) =>
        $"{(timer.IsPastDue ? "late" : "on time")}, next {timer.ScheduleStatus!.Next:MM-dd HH:mm}";

    private sealed class Nightly(Recorder recorder)
    {
        [Function("Nightly")]
        public void Run([TimerTrigger("0 0 1 * * *")] TimerInfo timer) => recorder.Add(Describe(timer));
    }

    private sealed class Caught(Recorder recorder)
    {
        [Function("Caught")]
        public void Run([TimerTrigger("0 0 1 * * *")] TimerInfo timer) => recorder.Add(Describe(timer));
    }

    private sealed class Failing(Recorder recorder)
    {
        [Function("Failing")]
        public void Run([TimerTrigger("0 0 1 * * *")] TimerInfo timer) => recorder.Add(Describe(timer));
    }
}
