using LocalHost.Durable.History;
using Microsoft.DurableTask;

namespace LocalHost.Tests.Durable;

public sealed class ContinueAsNewTests
{
    [Fact]
    public async Task ContinueAsNew_ManyTimes_KeepsHistoryShort()
    {
        await using var harness = await Start(async context =>
        {
            var round = context.GetInput<int>();
            await context.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
            if (round < 50)
            {
                context.ContinueAsNew(round + 1);
            }

            return round;
        });

        var ended = await harness.RunAsync("Subject", 0, "long");

        ended.ReadOutputAs<int>().ShouldBe(50);
        (await harness.Engine.GetHistoryAsync("long", CancellationToken.None)).Count.ShouldBeLessThan(10);
        (await ListAsync(harness)).ShouldBe([new ExecutionKey("long", 51)]);
    }

    [Fact]
    public async Task ContinueAsNew_UnclaimedEvents_GoOnInOrder()
    {
        await using var harness = await Start(Sum(preserve: true));

        var id = await RaiseThreeWhileSuspendedAsync(harness);

        (await harness.RunToEndAsync(id)).ReadOutputAs<int>().ShouldBe(123);
    }

    [Fact]
    public async Task ContinueAsNew_WithoutPreserving_DropsUnclaimedEvents()
    {
        await using var harness = await Start(Sum(preserve: false));

        var id = await RaiseThreeWhileSuspendedAsync(harness);
        await harness.IdleAsync();
        await harness.Client.RaiseEventAsync(id, "Number", 8);
        await harness.IdleAsync();
        await harness.Client.RaiseEventAsync(id, "Number", 9);

        (await harness.RunToEndAsync(id)).ReadOutputAs<int>().ShouldBe(189);
    }

    [Fact]
    public async Task ContinueAsNew_OpenActivity_IsNotWaitedForByTheNextExecution()
    {
        var old = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var current = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var isCurrentRunning = false;
        await using var harness = await new EngineHarness
        {
            Functions = new TestFunctions()
                .Orchestrator("Subject", async context =>
                {
                    var call = context.CallActivityAsync<int>(context.GetInput<int>() == 0 ? "Old" : "Current", 1);
                    if (context.GetInput<int>() == 0)
                    {
                        await context.WaitForExternalEvent<int>("Go");
                        context.ContinueAsNew(1);
                        return 0;
                    }

                    return await call;
                })
                .Activity<int, int>("Old", _ => old.Task)
                .Activity<int, int>("Current", _ =>
                {
                    Volatile.Write(ref isCurrentRunning, true);
                    return current.Task;
                }),
        }.StartAsync();
        var id = await harness.ScheduleAsync("Subject", 0);
        await harness.Client.RaiseEventAsync(id, "Go", 1);
        await Eventually.BecomesTrueAsync(() => Volatile.Read(ref isCurrentRunning), "the next execution has called its activity");

        // Both calls have the same number within their executions; only the execution tells their results apart.
        old.SetResult(-1);
        await harness.Client.RaiseEventAsync(id, "Go", 2);
        current.SetResult(7);

        (await harness.RunToEndAsync(id)).ReadOutputAs<int>().ShouldBe(7);
    }

    [Fact]
    public async Task ContinueAsNew_NewVersion_IsTheVersionOfTheNextExecution()
    {
        await using var harness = await Start(context =>
        {
            if (context.Version.Length == 0)
            {
                context.ContinueAsNew(new ContinueAsNewOptions { NewVersion = "2.1" });
            }

            return Task.FromResult(context.CompareVersionTo("2.0"));
        });

        (await harness.RunAsync("Subject", 0)).ReadOutputAs<int>().ShouldBe(1);
    }

    private static Func<TaskOrchestrationContext, Task<int>> Sum(bool preserve) => async context =>
    {
        var sum = (context.GetInput<int>() * 10) + await context.WaitForExternalEvent<int>("Number");
        if (sum < 100)
        {
            context.ContinueAsNew(sum, preserve);
        }

        return sum;
    };

    private static async Task<string> RaiseThreeWhileSuspendedAsync(EngineHarness harness)
    {
        var id = await harness.ScheduleAsync("Subject", 0);
        await harness.Client.SuspendInstanceAsync(id);
        foreach (var number in (int[])[1, 2, 3])
        {
            await harness.Client.RaiseEventAsync(id, "Number", number);
        }

        await harness.Client.ResumeInstanceAsync(id);
        return id;
    }

    private static async Task<List<ExecutionKey>> ListAsync(EngineHarness harness)
    {
        var keys = new List<ExecutionKey>();
        await foreach (var stored in harness.Store.ListAsync(CancellationToken.None))
        {
            keys.Add(stored.Key);
        }

        return keys;
    }

    private static Task<EngineHarness> Start(Func<TaskOrchestrationContext, Task<int>> orchestrator) =>
        new EngineHarness { Functions = new TestFunctions().Orchestrator("Subject", orchestrator) }.StartAsync();
}
