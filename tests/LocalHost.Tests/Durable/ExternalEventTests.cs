using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.Durable;

public sealed class ExternalEventTests
{
    [Fact]
    public async Task WaitForExternalEvent_EventsBeforeTheWait_AreKeptInOrderRegardlessOfCase()
    {
        await using var harness = await Start(async context =>
        {
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            var first = await context.WaitForExternalEvent<int>("Number");
            return (first * 10) + await context.WaitForExternalEvent<int>("NUMBER");
        });
        var id = await harness.ScheduleAsync("Subject");
        await harness.Client.RaiseEventAsync(id, "number", 4);
        await harness.Client.RaiseEventAsync(id, "Number", 2);

        (await harness.RunToEndAsync(id)).ReadOutputAs<int>().ShouldBe(42);
    }

    [Fact]
    public async Task WaitForExternalEvent_SeveralWaiters_ServesTheNewestFirst()
    {
        await using var harness = await Start(async context =>
        {
            var older = context.WaitForExternalEvent<int>("Number");
            var newer = context.WaitForExternalEvent<int>("Number");
            await Task.WhenAll(older, newer);
            return ((await newer) * 10) + await older;
        });
        var id = await harness.ScheduleAsync("Subject");
        await harness.IdleAsync();
        await harness.Client.RaiseEventAsync(id, "Number", 1);
        await harness.Client.RaiseEventAsync(id, "Number", 2);

        (await harness.RunToEndAsync(id)).ReadOutputAs<int>().ShouldBe(12);
    }

    [Fact]
    public async Task WaitForExternalEvent_TimeUp_ThrowsTaskCanceled()
    {
        await using var harness = await Start(async context =>
        {
            try
            {
                return await context.WaitForExternalEvent<int>("Number", TimeSpan.FromDays(2));
            }
            catch (TaskCanceledException)
            {
                return -1;
            }
        });
        var start = harness.Clock.GetUtcNow();

        (await harness.RunAsync("Subject")).ReadOutputAs<int>().ShouldBe(-1);

        (harness.Clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromDays(2));
    }

    [Fact]
    public async Task WaitForExternalEvent_EventInTime_CancelsTheTimer()
    {
        await using var harness = await Start(context => context.WaitForExternalEvent<int>("Number", TimeSpan.FromDays(2)));
        var id = await harness.ScheduleAsync("Subject");
        await harness.IdleAsync();
        harness.Engine.NextTimer.ShouldNotBeNull();

        await harness.Client.RaiseEventAsync(id, "Number", 7);

        (await harness.RunToEndAsync(id)).ReadOutputAs<int>().ShouldBe(7);
        harness.Engine.NextTimer.ShouldBeNull();
    }

    [Fact]
    public async Task WaitForExternalEvent_EventAfterTheTimeIsUp_IsLostWithAWarningAsOnAzure()
    {
        var logs = new CapturingLoggerFactory();
        await using var harness = await Start(
            async context =>
            {
                try
                {
                    await context.WaitForExternalEvent<int>("Number", TimeSpan.FromMinutes(1));
                }
                catch (TaskCanceledException)
                {
                }

                await context.WaitForExternalEvent<int>("Go");
                return await context.WaitForExternalEvent<int>("Number");
            },
            logs);
        var id = await harness.ScheduleAsync("Subject");
        await harness.IdleAsync();
        harness.Clock.Advance(TimeSpan.FromMinutes(1));
        await harness.IdleAsync();
        await harness.Client.RaiseEventAsync(id, "Number", 1);
        await harness.Client.RaiseEventAsync(id, "Go", 0);
        await harness.Client.RaiseEventAsync(id, "Number", 2);

        (await harness.RunToEndAsync(id)).ReadOutputAs<int>().ShouldBe(2);

        logs.Ids.ShouldContain(5101);
    }

    [Fact]
    public async Task WaitForExternalEvent_OtherTypeForTheSameName_Throws()
    {
        await using var harness = await Start(async context =>
        {
            _ = context.WaitForExternalEvent<int>("Number");
            return int.Parse(await context.WaitForExternalEvent<string>("Number"), null);
        });

        (await harness.RunAsync("Subject")).FailureDetails!.ErrorType.ShouldBe(typeof(ArgumentException).FullName);
    }

    [Fact]
    public async Task RaiseEvent_UnknownOrEndedInstance_Throws()
    {
        await using var harness = await Start(_ => Task.FromResult(1));
        var ended = (await harness.RunAsync("Subject")).InstanceId;

        await Should.ThrowAsync<ArgumentException>(() => harness.Client.RaiseEventAsync("unknown", "Number", 1));
        await Should.ThrowAsync<InvalidOperationException>(() => harness.Client.RaiseEventAsync(ended, "Number", 1));
    }

    [Fact]
    public async Task RaiseEvent_Acknowledged_SurvivesARestart()
    {
        await using var harness = await Start(context => context.WaitForExternalEvent<int>("Number"));
        var id = await harness.ScheduleAsync("Subject");
        await harness.IdleAsync();
        await harness.Client.SuspendInstanceAsync(id);

        await harness.Client.RaiseEventAsync(id, "Number", 5);
        await harness.RestartAsync();
        await harness.Client.ResumeInstanceAsync(id);

        (await harness.RunToEndAsync(id)).ReadOutputAs<int>().ShouldBe(5);
    }

    [Fact]
    public async Task SendEvent_ToAnotherInstance_ArrivesThere()
    {
        await using var harness = await new EngineHarness
        {
            Functions = new TestFunctions()
                .Orchestrator("Receiver", context => context.WaitForExternalEvent<string>("Greeting"))
                .Orchestrator("Sender", context =>
                {
                    context.SendEvent("receiver", "greeting", $"from {context.InstanceId}");
                    context.SendEvent("nobody", "greeting", "lost");
                    return Task.CompletedTask;
                }),
        }.StartAsync();
        await harness.ScheduleAsync("Receiver", id: "receiver");

        var sender = await harness.RunAsync("Sender", id: "sender");

        sender.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        (await harness.RunToEndAsync("receiver")).ReadOutputAs<string>().ShouldBe("from sender");
    }

    private static Task<EngineHarness> Start<T>(Func<TaskOrchestrationContext, Task<T>> orchestrator, CapturingLoggerFactory? logs = null) =>
        new EngineHarness
        {
            Functions = new TestFunctions().Orchestrator("Subject", orchestrator),
            Loggers = logs ?? new CapturingLoggerFactory(),
        }.StartAsync();
}
