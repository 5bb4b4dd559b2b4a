using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.Durable;

public sealed class SubOrchestrationTests
{
    [Fact]
    public async Task CallSubOrchestrator_ChosenId_RunsUnderItAndKnowsItsParent()
    {
        await using var harness = await Start(
            parent => parent.CallSubOrchestratorAsync<string>("Child", "x", new SubOrchestrationOptions(instanceId: "chosen")),
            child => Task.FromResult($"{child.GetInput<string>()} of {child.Parent!.Name}/{child.Parent.InstanceId}"));

        var ended = await harness.RunAsync("Parent", id: "parent");

        ended.ReadOutputAs<string>().ShouldBe("x of Parent/parent");
        (await harness.Client.GetInstanceAsync("chosen"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
    }

    [Fact]
    public async Task CallSubOrchestrator_NoId_ComesToTheSameIdAtEachReplay()
    {
        await using var harness = await Start(
            async parent =>
            {
                var child = await parent.CallSubOrchestratorAsync<string>("Child");
                await parent.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
                return child;
            },
            child => Task.FromResult(child.InstanceId));

        var ended = await harness.RunAsync("Parent");

        ended.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        Guid.TryParseExact(ended.ReadOutputAs<string>(), "N", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task CallSubOrchestrator_ChildFails_ThrowsItsFailure()
    {
        await using var harness = await Start(
            parent => parent.CallSubOrchestratorAsync<string>("Child"),
            _ => throw new InvalidDataException("broken"));

        var ended = await harness.RunAsync("Parent");

        ended.FailureDetails!.ErrorType.ShouldBe(typeof(TaskFailedException).FullName);
        ended.FailureDetails.InnerFailure!.ErrorType.ShouldBe(typeof(InvalidDataException).FullName);
    }

    [Fact]
    public async Task CallSubOrchestrator_RetryPolicy_RunsTheSameIdAgain()
    {
        var runs = 0;
        await using var harness = await Start(
            parent => parent.CallSubOrchestratorAsync<string>(
                "Child", null, new SubOrchestrationOptions(new RetryPolicy(3, TimeSpan.FromMinutes(1)), "child")),
            child => ++runs < 3 ? throw new TimeoutException() : Task.FromResult(child.InstanceId));

        var ended = await harness.RunAsync("Parent");

        runs.ShouldBe(3);
        ended.ReadOutputAs<string>().ShouldBe("child");
    }

    [Fact]
    public async Task CallSubOrchestrator_IdOfARunningInstance_Fails()
    {
        await using var harness = await Start(
            parent => parent.CallSubOrchestratorAsync<string>("Child", null, new SubOrchestrationOptions(instanceId: "taken")),
            child => child.WaitForExternalEvent<string>("Never"));
        await harness.ScheduleAsync("Child", id: "taken");
        await harness.IdleAsync();

        var ended = await harness.RunAsync("Parent");

        ended.FailureDetails!.InnerFailure!.ErrorMessage.ShouldContain("'taken'");
    }

    [Fact]
    public async Task CallSubOrchestrator_IdOfAnEndedInstance_ReplacesIt()
    {
        await using var harness = await Start(
            parent => parent.CallSubOrchestratorAsync<string>("Child", "new", new SubOrchestrationOptions(instanceId: "used")),
            child => Task.FromResult(child.GetInput<string>()!));
        await harness.RunAsync("Child", "old", "used");

        (await harness.RunAsync("Parent")).ReadOutputAs<string>().ShouldBe("new");
    }

    [Fact]
    public async Task CallSubOrchestrator_NotAwaited_StillRuns()
    {
        await using var harness = await Start(
            parent =>
            {
                _ = parent.CallSubOrchestratorAsync<string>("Child", "x", new SubOrchestrationOptions(instanceId: "loose"));
                return Task.FromResult("done");
            },
            child => Task.FromResult(child.GetInput<string>()!));

        await harness.RunAsync("Parent");

        (await harness.RunToEndAsync("loose")).ReadOutputAs<string>().ShouldBe("x");
    }

    [Fact]
    public async Task Terminate_Recursive_EndsTheChildrenToo()
    {
        await using var harness = await Start(
            parent => parent.CallSubOrchestratorAsync<string>("Child", null, new SubOrchestrationOptions(instanceId: "child")),
            child => child.WaitForExternalEvent<string>("Never"));
        await harness.ScheduleAsync("Parent", id: "parent");
        await harness.IdleAsync();

        await harness.Client.TerminateInstanceAsync("parent", new TerminateInstanceOptions("enough", Recursive: true));

        (await harness.RunToEndAsync("parent")).ReadOutputAs<string>().ShouldBe("enough");
        (await harness.RunToEndAsync("child")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Terminated);
    }

    [Fact]
    public async Task Terminate_OfTheChild_FailsTheCall()
    {
        await using var harness = await Start(
            parent => parent.CallSubOrchestratorAsync<string>("Child", null, new SubOrchestrationOptions(instanceId: "child")),
            child => child.WaitForExternalEvent<string>("Never"));
        await harness.ScheduleAsync("Parent", id: "parent");
        await harness.IdleAsync();

        await harness.Client.TerminateInstanceAsync("child");

        (await harness.RunToEndAsync("parent")).FailureDetails!.InnerFailure!.ErrorMessage.ShouldContain("terminated");
    }

    [Fact]
    public async Task Purge_Recursive_RemovesTheChildrenToo()
    {
        await using var harness = await Start(
            parent => parent.CallSubOrchestratorAsync<string>("Child", "x", new SubOrchestrationOptions(instanceId: "child")),
            child => Task.FromResult(child.GetInput<string>()!));
        await harness.RunAsync("Parent", id: "parent");

        var purged = await harness.Client.PurgeInstanceAsync("parent", new PurgeInstanceOptions(Recursive: true));

        purged.PurgedInstanceCount.ShouldBe(2);
        (await harness.Client.GetInstanceAsync("child")).ShouldBeNull();
    }

    private static Task<EngineHarness> Start(
        Func<TaskOrchestrationContext, Task<string>> parent, Func<TaskOrchestrationContext, Task<string>> child) =>
        new EngineHarness { Functions = new TestFunctions().Orchestrator("Parent", parent).Orchestrator("Child", child) }.StartAsync();
}
