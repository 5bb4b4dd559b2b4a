using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.Durable;

public sealed class LifecycleTests
{
    [Fact]
    public async Task Suspend_EventsMeanwhile_AreSeenAfterResume()
    {
        await using var harness = await Start();
        await harness.ScheduleAsync("Waits", id: "one");
        await harness.IdleAsync();

        await harness.Client.SuspendInstanceAsync("one", "pause");
        await harness.Client.RaiseEventAsync("one", "Go", "x");
        await harness.IdleAsync();
        (await harness.Client.GetInstanceAsync("one"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Suspended);
        await harness.Client.ResumeInstanceAsync("one");

        (await harness.RunToEndAsync("one")).ReadOutputAs<string>().ShouldBe("x");
    }

    [Fact]
    public async Task Suspend_BeforeARestart_IsRemembered()
    {
        await using var harness = await Start();
        await harness.ScheduleAsync("Waits", id: "one");
        await harness.Client.SuspendInstanceAsync("one");

        await harness.RestartAsync();

        (await harness.Client.GetInstanceAsync("one"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Suspended);
    }

    [Fact]
    public async Task Terminate_WaitingInstance_EndsItWithTheOutput()
    {
        await using var harness = await Start();
        await harness.ScheduleAsync("Waits", id: "one");

        await harness.Client.TerminateInstanceAsync("one", "stopped by hand");

        var ended = await harness.RunToEndAsync("one");
        ended.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Terminated);
        ended.ReadOutputAs<string>().ShouldBe("stopped by hand");
        await Should.ThrowAsync<InvalidOperationException>(() => harness.Client.TerminateInstanceAsync("one"));
    }

    [Fact]
    public async Task SetCustomStatus_AcrossTurns_IsWhatClientsRead()
    {
        await using var harness = await Start();
        await harness.ScheduleAsync("Reports", id: "one");
        await harness.IdleAsync();
        (await harness.Client.GetInstanceAsync("one", true))!.ReadCustomStatusAs<string>().ShouldBe("waiting");

        await harness.Client.RaiseEventAsync("one", "Go", "x");

        (await harness.RunToEndAsync("one")).ReadCustomStatusAs<string>().ShouldBe("done");
    }

    [Fact]
    public async Task WaitForInstanceCompletion_RegisteredBeforeTheStart_Returns()
    {
        await using var harness = await Start();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var started = harness.Client.WaitForInstanceStartAsync("one", deadline.Token);
        var ended = harness.Client.WaitForInstanceCompletionAsync("one", true, deadline.Token);

        await harness.ScheduleAsync("Echo", "x", "one");

        (await started).InstanceId.ShouldBe("one");
        (await ended).ReadOutputAs<string>().ShouldBe("x");
    }

    [Fact]
    public async Task GetInstance_WithoutPayloads_RefusesToReadThem()
    {
        await using var harness = await Start();
        await harness.RunAsync("Echo", "x", "one");

        var metadata = (await harness.Client.GetInstanceAsync("one"))!;

        metadata.SerializedOutput.ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => metadata.ReadOutputAs<string>());
        (await harness.Client.GetInstanceAsync("unknown")).ShouldBeNull();
    }

    [Fact]
    public async Task GetAllInstances_MoreThanAPage_AreAllReadOnce()
    {
        await using var harness = await Start();
        foreach (var number in Enumerable.Range(0, 25))
        {
            await harness.RunAsync("Echo", $"{number}", $"echo-{number:D2}");
        }

        await harness.ScheduleAsync("Waits", id: "waits-1");
        await harness.IdleAsync();

        var all = await ReadAsync(harness, new OrchestrationQuery(PageSize: 10));
        all.Count.ShouldBe(26);
        all.Select(instance => instance.InstanceId).ShouldBeUnique();
        (await ReadAsync(harness, new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running])))
            .ShouldHaveSingleItem().InstanceId.ShouldBe("waits-1");
        (await ReadAsync(harness, new OrchestrationQuery(InstanceIdPrefix: "echo-1", FetchInputsAndOutputs: true)))
            .Select(instance => instance.ReadOutputAs<string>()).ShouldBe([.. Enumerable.Range(10, 10).Select(number => $"{number}")]);
        (await ReadAsync(harness, new OrchestrationQuery(CreatedFrom: harness.Clock.GetUtcNow().AddSeconds(1)))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Purge_EndedInstance_LeavesNothing()
    {
        await using var harness = await Start();
        await harness.RunAsync("Echo", "x", "one");

        (await harness.Client.PurgeInstanceAsync("one")).PurgedInstanceCount.ShouldBe(1);

        (await harness.Client.GetInstanceAsync("one")).ShouldBeNull();
        (await harness.Client.PurgeInstanceAsync("one")).PurgedInstanceCount.ShouldBe(0);
        await foreach (var stored in harness.Store.ListAsync(CancellationToken.None))
        {
            stored.ShouldBeNull();
        }
    }

    [Fact]
    public async Task Purge_RunningInstance_Throws()
    {
        await using var harness = await Start();
        await harness.ScheduleAsync("Waits", id: "one");
        await harness.IdleAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => harness.Client.PurgeInstanceAsync("one"));
    }

    [Fact]
    public async Task PurgeAll_ByStatusAndTime_RemovesOnlyTheEndedOnesThatMatch()
    {
        await using var harness = await Start();
        await harness.RunAsync("Echo", "x", "old");
        harness.Clock.Advance(TimeSpan.FromDays(1));
        await harness.RunAsync("Echo", "x", "new");
        await harness.ScheduleAsync("Waits", id: "waits");

        var purged = await harness.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(
            CreatedTo: harness.Clock.GetUtcNow().AddHours(-1), Statuses: [OrchestrationRuntimeStatus.Completed]));

        purged.PurgedInstanceCount.ShouldBe(1);
        purged.IsComplete.ShouldBe(true);
        (await ReadAsync(harness, new OrchestrationQuery())).Select(instance => instance.InstanceId).ShouldBe(["new", "waits"]);
    }

    [Fact]
    public async Task Stop_ActivityUnderWay_StoresItsResultBeforeItReturns()
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gate = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var runs = 0;
        await using var harness = await new EngineHarness
        {
            Functions = new TestFunctions()
                .Orchestrator("Slow", context => context.CallActivityAsync<int>("Slow", 1))
                .Activity<int, int>("Slow", _ =>
                {
                    runs++;
                    entered.TrySetResult();
                    return gate.Task;
                }),
        }.StartAsync();
        await harness.ScheduleAsync("Slow", id: "one");
        await entered.Task;

        var stopped = harness.Engine.StopAsync(CancellationToken.None);
        gate.SetResult(9);
        await stopped;
        await harness.RestartAsync();

        (await harness.RunToEndAsync("one")).ReadOutputAs<int>().ShouldBe(9);
        runs.ShouldBe(1);
    }

    [Fact]
    public async Task Stop_PatienceAtItsEnd_CancelsTheActivityWhichRunsAgainAfterTheRestart()
    {
        var runs = 0;
        await using var harness = await new EngineHarness
        {
            Functions = new TestFunctions()
                .Orchestrator("Slow", context => context.CallActivityAsync<int>("Slow", 1))
                .Activity<int, int>("Slow", async (value, token) =>
                {
                    if (Interlocked.Increment(ref runs) == 1)
                    {
                        await Task.Delay(Timeout.InfiniteTimeSpan, token);
                    }

                    return value;
                }),
        }.StartAsync();
        await harness.ScheduleAsync("Slow", id: "one");
        await Eventually.BecomesTrueAsync(() => Volatile.Read(ref runs) == 1, "the activity runs");

        await harness.Engine.StopAsync(new CancellationToken(canceled: true));
        await harness.RestartAsync();

        (await harness.RunToEndAsync("one")).ReadOutputAs<int>().ShouldBe(1);
        runs.ShouldBe(2);
    }

    private static async Task<List<OrchestrationMetadata>> ReadAsync(EngineHarness harness, OrchestrationQuery query)
    {
        var found = new List<OrchestrationMetadata>();
        await foreach (var instance in harness.Client.GetAllInstancesAsync(query))
        {
            found.Add(instance);
        }

        return found;
    }

    private static Task<EngineHarness> Start() => new EngineHarness
    {
        Functions = new TestFunctions()
            .Orchestrator("Echo", context => Task.FromResult(context.GetInput<string>()))
            .Orchestrator("Waits", context => context.WaitForExternalEvent<string>("Go"))
            .Orchestrator("Reports", async context =>
            {
                context.SetCustomStatus("waiting");
                await context.WaitForExternalEvent<string>("Go");
                context.SetCustomStatus("done");
            }),
    }.StartAsync();
}
