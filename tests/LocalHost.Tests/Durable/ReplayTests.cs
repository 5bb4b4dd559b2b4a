using LocalHost.Durable.History;
using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.Durable;

public sealed class ReplayTests
{
    [Fact]
    public async Task Orchestrator_CallsActivitiesInSequence_ReturnsTheirResults()
    {
        await using var harness = await new EngineHarness
        {
            Functions = new TestFunctions()
                .Orchestrator("Sum", async context =>
                {
                    var first = await context.CallActivityAsync<int>("Double", 3);
                    return await context.CallActivityAsync<int>("Double", first) + context.GetInput<int>();
                })
                .Activity<int, int>("Double", value => value * 2),
        }.StartAsync();

        var ended = await harness.RunAsync("Sum", 100);

        ended.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        ended.ReadOutputAs<int>().ShouldBe(112);
        ended.ReadInputAs<int>().ShouldBe(100);
    }

    [Fact]
    public async Task Orchestrator_EachTurn_RunsFromItsStartAgain()
    {
        var starts = 0;
        var replaying = new List<bool>();
        await using var harness = await new EngineHarness
        {
            Functions = new TestFunctions()
                .Orchestrator("Three", async context =>
                {
                    starts++;
                    await context.CallActivityAsync("Nothing", 1);
                    replaying.Add(context.IsReplaying);
                    await context.CallActivityAsync("Nothing", 2);
                    replaying.Add(context.IsReplaying);
                })
                .Activity<int, int>("Nothing", value => value),
        }.StartAsync();

        await harness.RunAsync("Three");

        starts.ShouldBe(3);
        replaying.ShouldBe([false, true, false]);
    }

    [Fact]
    public async Task FanOut_ResultsArriveInAnyOrder_AreMatchedToTheirCalls()
    {
        await using var harness = await new EngineHarness
        {
            Functions = new TestFunctions()
                .Orchestrator("FanOut", async context => await Task.WhenAll(
                    Enumerable.Range(0, 40).Select(value => context.CallActivityAsync<int>("Square", value))))
                .Activity<int, int>("Square", async value =>
                {
                    await Task.Yield();
                    return value * value;
                }),
        }.StartAsync();

        var ended = await harness.RunAsync("FanOut");

        ended.ReadOutputAs<int[]>().ShouldBe([.. Enumerable.Range(0, 40).Select(value => value * value)]);
    }

    [Fact]
    public async Task CurrentUtcDateTime_WithinATurnAndAtReplay_DoesNotMove()
    {
        var seen = new List<(DateTime Start, DateTime AfterTimer)>();
        await using var harness = await new EngineHarness
        {
            Functions = new TestFunctions().Orchestrator("Clock", async context =>
            {
                var start = context.CurrentUtcDateTime;
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                seen.Add((start, context.CurrentUtcDateTime));
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            }),
        }.StartAsync();

        await harness.RunAsync("Clock");

        seen.Count.ShouldBe(2);
        seen[0].ShouldBe(seen[1]);
        (seen[0].AfterTimer - seen[0].Start).ShouldBe(TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task NewGuid_AtReplay_IsTheSameAndOfVersionFive()
    {
        var made = new List<Guid>();
        await using var harness = await new EngineHarness
        {
            Functions = new TestFunctions()
                .Orchestrator("Guids", async context =>
                {
                    made.Add(context.NewGuid());
                    made.Add(context.NewGuid());
                    await context.CallActivityAsync("Nothing", 1);
                })
                .Activity<int, int>("Nothing", value => value),
        }.StartAsync();

        await harness.RunAsync("Guids");

        made.Count.ShouldBe(4);
        made[2..].ShouldBe(made[..2]);
        made[0].ShouldNotBe(made[1]);
        made[0].Version.ShouldBe(5);
    }

    [Fact]
    public async Task ReplaySafeLogger_OverSeveralTurns_SpeaksOnce()
    {
        var logs = new CapturingLoggerFactory();
        await using var harness = await new EngineHarness
        {
            Loggers = logs,
            Functions = new TestFunctions()
                .Orchestrator("Talks", async context =>
                {
                    var logger = context.CreateReplaySafeLogger("Talks");
                    Write(logger, "before");
                    await context.CallActivityAsync("Nothing", 1);
                    Write(logger, "after");
                })
                .Activity<int, int>("Nothing", value => value),
        }.StartAsync();

        await harness.RunAsync("Talks");

        logs.Of("Talks").ShouldBe(["before", "after"]);

        static void Write(Microsoft.Extensions.Logging.ILogger logger, string text) =>
            logger.Log(Microsoft.Extensions.Logging.LogLevel.Information, default, text, null, (state, _) => state);
    }

    [Fact]
    public async Task History_OfSeveralReadyResults_HoldsOneTurnForAllOfThem()
    {
        await using var harness = await new EngineHarness
        {
            Functions = new TestFunctions()
                .Orchestrator("Batch", async context =>
                {
                    var released = context.WaitForExternalEvent<int>("Go");
                    var tasks = Enumerable.Range(0, 10).Select(value => context.CallActivityAsync<int>("Now", value)).ToList();
                    await released;
                    await Task.WhenAll(tasks);
                })
                .Activity<int, int>("Now", value => value),
        }.StartAsync();
        var id = await harness.ScheduleAsync("Batch");
        await harness.IdleAsync();
        await harness.Client.SuspendInstanceAsync(id);
        for (var number = 0; number < 5; number++)
        {
            await harness.Client.RaiseEventAsync(id, "Go", number);
        }

        var before = Turns(await harness.Engine.GetHistoryAsync(id, CancellationToken.None));
        await harness.Client.ResumeInstanceAsync(id);
        await harness.RunToEndAsync(id);

        var after = Turns(await harness.Engine.GetHistoryAsync(id, CancellationToken.None));
        (after - before).ShouldBe(1);

        static int Turns(IReadOnlyList<HistoryEvent> history) => history.OfType<TurnStarted>().Count();
    }
}
