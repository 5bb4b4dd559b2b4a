using LocalHost.Durable;
using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.Durable;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Activities_MoreThanTheLimit_RunOnlySoManyAtOnce()
    {
        var (running, most) = (0, 0);
        await using var harness = await new EngineHarness
        {
            Options = new DurableEngineOptions { MaxConcurrentActivities = 3 },
            Functions = new TestFunctions()
                .Orchestrator("FanOut", context => Task.WhenAll(
                    Enumerable.Range(0, 60).Select(number => context.CallActivityAsync<int>("Busy", number))))
                .Activity<int, int>("Busy", async value =>
                {
                    var now = Interlocked.Increment(ref running);
                    InterlockedMax(ref most, now);
                    await Task.Yield();
                    Interlocked.Decrement(ref running);
                    return value;
                }),
        }.StartAsync();

        await harness.RunAsync("FanOut");

        most.ShouldBeInRange(2, 3);
    }

    [Fact]
    public async Task Turns_MessagesFromAllSides_NeverOverlapWithinAnInstance()
    {
        const int Events = 200;
        var (inside, overlaps) = (0, 0);
        await using var harness = await new EngineHarness
        {
            Functions = new TestFunctions().Orchestrator("Counts", async context =>
            {
                var sum = 0;
                for (var number = 0; number < Events; number++)
                {
                    var next = context.WaitForExternalEvent<int>("Number");
                    if (!context.IsReplaying)
                    {
                        overlaps += Interlocked.Increment(ref inside) == 1 ? 0 : 1;
                        Thread.Yield();
                        Interlocked.Decrement(ref inside);
                    }

                    sum += await next;
                }

                return sum;
            }),
        }.StartAsync();
        var id = await harness.ScheduleAsync("Counts");

        await Parallel.ForEachAsync(
            Enumerable.Range(1, Events), async (number, token) => await harness.Client.RaiseEventAsync(id, "Number", number, token));

        (await harness.RunToEndAsync(id)).ReadOutputAs<int>().ShouldBe(Events * (Events + 1) / 2);
        overlaps.ShouldBe(0);
    }

    [Fact]
    public async Task Instances_ManyAtOnce_AllEnd()
    {
        await using var harness = await new EngineHarness
        {
            Functions = new TestFunctions()
                .Orchestrator("Steps", async context =>
                {
                    for (var number = 0; number < 5; number++)
                    {
                        await context.CallActivityAsync<int>("Echo", number);
                    }
                })
                .Activity<int, int>("Echo", async value =>
                {
                    await Task.Yield();
                    return value;
                }),
        }.StartAsync();

        await Parallel.ForEachAsync(Enumerable.Range(0, 300), async (number, _) => await harness.ScheduleAsync("Steps", id: $"steps-{number}"));
        await harness.IdleAsync();

        var ended = 0;
        await foreach (var instance in harness.Client.GetAllInstancesAsync())
        {
            ended += instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed ? 1 : 0;
        }

        ended.ShouldBe(300);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); value > seen; seen = Volatile.Read(ref target))
        {
            Interlocked.CompareExchange(ref target, value, seen);
        }
    }
}
