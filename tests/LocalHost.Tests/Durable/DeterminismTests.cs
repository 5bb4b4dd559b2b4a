using LocalHost.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.Durable;

public sealed class DeterminismTests
{
    [Fact]
    public async Task Replay_OfAnotherActivity_FailsAndNamesBoth()
    {
        var runs = 0;
        var failure = await FailureOf(async context =>
        {
            await context.CallActivityAsync(runs++ == 0 ? "First" : "Second", 1);
            await context.CallActivityAsync("First", 2);
        });

        failure.ErrorType.ShouldBe(typeof(NonDeterministicOrchestrationException).FullName);
        failure.ErrorMessage.ShouldContain("#0 activity 'First'");
        failure.ErrorMessage.ShouldContain("#0 activity 'Second'");
        failure.ErrorMessage.ShouldContain("turn 1");
    }

    [Fact]
    public async Task Replay_WithAnotherInput_FailsWithoutShowingTheInput()
    {
        var runs = 0;
        var failure = await FailureOf(async context =>
        {
            await context.CallActivityAsync("First", 123_456 + runs++);
            await context.CallActivityAsync("First", 2);
        });

        failure.ErrorType.ShouldBe(typeof(NonDeterministicOrchestrationException).FullName);
        failure.ErrorMessage.ShouldContain("6 bytes");
        failure.ErrorMessage.ShouldNotContain("12345");
    }

    [Fact]
    public async Task Replay_WithAnotherKindOfAction_Fails()
    {
        var runs = 0;
        var failure = await FailureOf(async context =>
        {
            if (runs++ == 0)
            {
                await context.CallActivityAsync("First", 1);
            }

            await context.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
        });

        failure.ErrorMessage.ShouldContain("activity 'First'");
        failure.ErrorMessage.ShouldContain("timer at");
    }

    [Fact]
    public async Task Replay_ThatAsksForMore_Fails()
    {
        var runs = 0;
        var failure = await FailureOf(async context =>
        {
            var tasks = new List<Task> { context.CallActivityAsync("First", 1) };
            if (runs++ > 0)
            {
                tasks.Add(context.CallActivityAsync("Second", 1));
            }

            await Task.WhenAll(tasks);
        });

        failure.ErrorMessage.ShouldContain("history has nothing");
    }

    [Fact]
    public async Task Replay_ThatAsksForLess_Fails()
    {
        var runs = 0;
        var failure = await FailureOf(async context =>
        {
            var first = context.CallActivityAsync("First", 1);
            if (runs++ == 0)
            {
                context.SendEvent("nobody", "Ping", 1);
            }

            await first;
        });

        failure.ErrorMessage.ShouldContain("event 'Ping'");
        failure.ErrorMessage.ShouldContain("asks for nothing");
    }

    [Fact]
    public async Task Replay_ThatEndsWhereHistoryWaited_Fails()
    {
        var runs = 0;
        var failure = await FailureOf(async context =>
        {
            var call = context.CallActivityAsync("First", 1);
            if (runs++ == 0)
            {
                await call;
            }
        });

        failure.ErrorType.ShouldBe(typeof(NonDeterministicOrchestrationException).FullName);
        failure.ErrorMessage.ShouldContain("history says that it waited");
    }

    [Fact]
    public async Task Orchestrator_ThatAwaitsADelay_Fails()
    {
        var failure = await FailureOf(_ => Task.Delay(1));

        failure.ErrorType.ShouldBe(typeof(OrchestratorRuleException).FullName);
        failure.ErrorMessage.ShouldContain("not durable");
    }

    [Fact]
    public async Task Orchestrator_ThatContinuesOnAnotherThread_Fails()
    {
        var failure = await FailureOf(async context =>
        {
            await context.CallActivityAsync("First", 1).ConfigureAwait(false);
            await context.CallActivityAsync("Second", 2);
        });

        failure.ErrorType.ShouldBe(typeof(OrchestratorRuleException).FullName);
    }

    [Fact]
    public async Task Orchestrator_ThatUsesItsContextInATask_Fails()
    {
        var failure = await FailureOf(async context =>
        {
            var other = Task.Run(() => context.CallActivityAsync("First", 1));
            await context.CallActivityAsync("Second", 2);
            await other;
        });

        failure.ErrorType.ShouldBe(typeof(OrchestratorRuleException).FullName);
    }

    [Fact]
    public async Task Orchestrator_WhoseForeignTaskEndsAfterItsTurn_FailsToo()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var harness = await new EngineHarness
        {
            Functions = new TestFunctions().Orchestrator("Late", async context =>
            {
                var reply = context.WaitForExternalEvent<int>("Never");
                await Task.WhenAny(reply, gate.Task);
                await reply;
            }),
        }.StartAsync();
        var id = await harness.ScheduleAsync("Late");
        await harness.IdleAsync();
        (await harness.Client.GetInstanceAsync(id))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);

        gate.SetResult();

        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var ended = await harness.Client.WaitForInstanceCompletionAsync(id, deadline.Token);
        ended.FailureDetails!.ErrorType.ShouldBe(typeof(OrchestratorRuleException).FullName);
    }

    private static async Task<TaskFailureDetails> FailureOf(Func<TaskOrchestrationContext, Task> orchestrator)
    {
        await using var harness = await new EngineHarness
        {
            Functions = new TestFunctions()
                .Orchestrator("Subject", orchestrator)
                .Activity<int, int>("First", value => value)
                .Activity<int, int>("Second", value => value),
        }.StartAsync();

        var ended = await harness.RunAsync("Subject");

        ended.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        return ended.FailureDetails!;
    }
}
