using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.Durable;

public sealed class StartTests
{
    private static readonly OrchestrationRuntimeStatus[] KeepAllButFailed =
    [
        OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Pending,
        OrchestrationRuntimeStatus.Suspended,
        OrchestrationRuntimeStatus.Completed,
    ];

    [Fact]
    public async Task Schedule_RunningInstance_IsRefusedByDefault()
    {
        await using var harness = await Start();
        await harness.ScheduleAsync("Waits", id: "one");

        await Should.ThrowAsync<OrchestrationAlreadyExistsException>(() => harness.ScheduleAsync("Waits", id: "one"));
    }

    [Fact]
    public async Task Schedule_CompletedInstance_IsSilentlyReplacedByDefault()
    {
        await using var harness = await Start();
        await harness.RunAsync("Echo", "first", "one");

        var again = await harness.RunAsync("Echo", "second", "one");

        again.ReadOutputAs<string>().ShouldBe("second");
        await harness.RestartAsync();
        (await harness.Client.GetInstanceAsync("one", true))!.ReadOutputAs<string>().ShouldBe("second");
    }

    [Fact]
    public async Task Schedule_CompletedInDedupeStatuses_IsRefusedAlsoAfterARestart()
    {
        await using var harness = await Start();
        await harness.RunAsync("Echo", "first", "one");

        await Should.ThrowAsync<OrchestrationAlreadyExistsException>(() => ScheduleAsync(harness, "Echo", KeepAllButFailed));
        await harness.RestartAsync();
        await Should.ThrowAsync<OrchestrationAlreadyExistsException>(() => ScheduleAsync(harness, "Echo", KeepAllButFailed));
    }

    [Fact]
    public async Task Schedule_FailedNotInDedupeStatuses_StartsAgain()
    {
        await using var harness = await Start();
        await harness.RunAsync("Breaks", null, "one");

        await ScheduleAsync(harness, "Echo", KeepAllButFailed);

        (await harness.RunToEndAsync("one")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
    }

    [Fact]
    public async Task Schedule_SameIdManyTimesAtOnce_StartsExactlyOne()
    {
        await using var harness = await Start();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            try
            {
                await Task.Yield();
                await ScheduleAsync(harness, "Echo", KeepAllButFailed);
                return true;
            }
            catch (OrchestrationAlreadyExistsException)
            {
                return false;
            }
        }));

        outcomes.Count(started => started).ShouldBe(1);
    }

    [Fact]
    public async Task Schedule_EmptyDedupeStatuses_ReplacesARunningInstance()
    {
        await using var harness = await Start();
        await harness.ScheduleAsync("Waits", id: "one");
        await harness.IdleAsync();

        await ScheduleAsync(harness, "Echo", []);

        (await harness.RunToEndAsync("one")).Name.ShouldBe("Echo");
    }

    [Fact]
    public async Task Schedule_ContradictoryDedupeStatuses_Throws()
    {
        await using var harness = await Start();

        await Should.ThrowAsync<ArgumentException>(() => ScheduleAsync(harness, "Echo", [OrchestrationRuntimeStatus.Terminated]));
    }

    [Fact]
    public async Task Schedule_StartAt_StaysPendingUntilThen()
    {
        await using var harness = await Start();
        var startAt = harness.Clock.GetUtcNow().AddDays(60);
        var options = new StartOrchestrationOptions("one", startAt);
        await harness.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "x", options);
        await harness.IdleAsync();
        (await harness.Client.GetInstanceAsync("one"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Pending);

        await harness.RestartAsync();
        await harness.IdleAsync();
        (await harness.Client.GetInstanceAsync("one"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Pending);
        harness.Engine.NextTimer.ShouldBe(startAt);
        for (var day = 0; day < 60; day++)
        {
            harness.Clock.Advance(TimeSpan.FromDays(1));
        }

        await harness.IdleAsync();
        (await harness.Client.GetInstanceAsync("one"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a#b")]
    [InlineData("a\nb")]
    [InlineData("zażółć")]
    [InlineData("@entity@key")]
    [InlineData("")]
    public async Task Schedule_IdThatAzureWouldNotTake_Throws(string id)
    {
        await using var harness = await Start();

        await Should.ThrowAsync<ArgumentException>(() => harness.ScheduleAsync("Echo", "x", id));
    }

    [Fact]
    public async Task Schedule_UnknownOrchestrator_Throws()
    {
        await using var harness = await Start();

        await Should.ThrowAsync<ArgumentException>(() => harness.ScheduleAsync("Missing"));
    }

    [Fact]
    public async Task Schedule_WithTags_KeepsThemAcrossARestart()
    {
        await using var harness = await Start();
        await harness.Client.ScheduleNewOrchestrationInstanceAsync("Waits", new StartOrchestrationOptions("one")
        {
            Tags = new Dictionary<string, string> { ["file"] = "a.xml" },
        });

        await harness.RestartAsync();

        (await harness.Client.GetInstanceAsync("one"))!.Tags["file"].ShouldBe("a.xml");
    }

    private static Task<string> ScheduleAsync(EngineHarness harness, string orchestrator, OrchestrationRuntimeStatus[] kept) =>
        harness.Client.ScheduleNewOrchestrationInstanceAsync(
            orchestrator, "x", new StartOrchestrationOptions("one").WithDedupeStatuses(kept));

    private static Task<EngineHarness> Start() => new EngineHarness
    {
        Functions = new TestFunctions()
            .Orchestrator("Echo", context => Task.FromResult(context.GetInput<string>()))
            .Orchestrator("Breaks", _ => throw new InvalidDataException("broken"))
            .Orchestrator("Waits", context => context.WaitForExternalEvent<string>("Go")),
    }.StartAsync();
}
