using LocalHost.Durable;
using LocalHost.Durable.Faults;

namespace LocalHost.Tests.Durable;

public sealed class CrashTests
{
    internal const string Expected = "Completed first,fan0,fan1,fan2,yes,child,hello / Completed ab";

    [Fact]
    public async Task Run_WithoutACrash_DoesEverythingOnce()
    {
        await using var scenario = new CrashScenario(new InMemoryHistoryStore());

        (await scenario.RunAsync()).ShouldBe(Expected);

        scenario.Effects.ShouldBe(
            new Dictionary<string, int> { ["first"] = 2, ["fan0"] = 1, ["fan1"] = 1, ["fan2"] = 1, ["child"] = 2, ["leaf"] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public async Task Run_CrashedAtEachCheckpointInTurn_ComesToTheSameEnd()
    {
        var reached = 0;
        for (var checkpoint = 1; ; checkpoint++)
        {
            var faults = new FaultInjection { CrashAtCheckpoint = checkpoint };
            var store = new InMemoryHistoryStore();
            await using var scenario = new CrashScenario(store);

            (await scenario.RunAsync(faults)).ShouldBe(Expected, Where(faults));

            await ShouldBeTidyAsync(scenario, store, faults);
            ShouldRepeatLittle(scenario, crashes: 1, faults);
            if (!faults.Crashed.IsCompleted)
            {
                break;
            }

            reached = checkpoint;
        }

        reached.ShouldBeGreaterThan(50);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task Run_CrashedAgainDuringTheRecovery_ComesToTheSameEnd(int second)
    {
        for (var checkpoint = 1; ; checkpoint++)
        {
            var first = new FaultInjection { CrashAtCheckpoint = checkpoint };
            var store = new InMemoryHistoryStore();
            await using var scenario = new CrashScenario(store);

            (await scenario.RunAsync(first, new FaultInjection { CrashAtCheckpoint = second })).ShouldBe(Expected, Where(first));

            await ShouldBeTidyAsync(scenario, store, first);
            ShouldRepeatLittle(scenario, crashes: 2, first);
            if (!first.Crashed.IsCompleted)
            {
                break;
            }
        }
    }

    [Fact]
    public async Task Run_EachActivityTwice_ComesToTheSameEnd()
    {
        await using var scenario = new CrashScenario(new InMemoryHistoryStore());

        (await scenario.RunAsync(new FaultInjection { RepeatActivity = _ => true })).ShouldBe(Expected);

        scenario.Effects["fan0"].ShouldBe(2);
    }

    [Fact]
    public async Task Engine_AfterItsCrash_WritesNothingMore()
    {
        var store = new InMemoryHistoryStore();
        var faults = new FaultInjection { CrashAtCheckpoint = 12 };
        await using var harness = new EngineHarness
        {
            Store = store,
            Functions = new TestFunctions()
                .Orchestrator("Subject", async context =>
                {
                    for (var number = 0; number < 20; number++)
                    {
                        await context.CallActivityAsync("Nothing", number);
                    }
                })
                .Activity<int, int>("Nothing", value => value),
        };
        await harness.StartAsync(faults);
        await harness.ScheduleAsync("Subject");
        await faults.Crashed;
        await harness.Engine.DisposeAsync();
        var after = store.Operations["Append"];

        await Should.ThrowAsync<InvalidOperationException>(() => harness.ScheduleAsync("Subject"));

        store.Operations["Append"].ShouldBe(after);
        faults.Trail.Count.ShouldBe(12);
    }

    /// <summary>Only what was under way at a crash may have been done once more.</summary>
    private static void ShouldRepeatLittle(CrashScenario scenario, int crashes, FaultInjection faults)
    {
        foreach (var (effect, count) in scenario.Effects)
        {
            var wanted = effect is "first" or "child" ? 2 : 1;
            count.ShouldBeInRange(wanted, wanted + crashes, $"{effect}, {Where(faults)}");
        }
    }

    private static async Task ShouldBeTidyAsync(CrashScenario scenario, InMemoryHistoryStore store, FaultInjection faults)
    {
        await scenario.Harness.IdleAsync();
        var left = new List<StoredExecution>();
        await foreach (var stored in store.ListAsync(CancellationToken.None))
        {
            left.Add(stored);
        }

        left.Select(stored => stored.Key.InstanceId).ShouldBe(["main", "child", "leaf", "collector"], ignoreOrder: true, Where(faults));
        left.ShouldAllBe(stored => stored.Summary != null, Where(faults));
    }

    private static string Where(FaultInjection faults) => $"crash after: {string.Join(" | ", faults.Trail)}";
}
