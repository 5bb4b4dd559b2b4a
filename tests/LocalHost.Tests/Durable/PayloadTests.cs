using LocalHost.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.Durable;

public sealed class PayloadTests
{
    private static readonly string TooLong = new('x', 46 * 1024);
    private static readonly string LongEnough = new('x', 44 * 1024);

    private sealed record Order(int Id, string Text)
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string? Lost { get; set; }
    }

    [Fact]
    public async Task Payloads_BelowTheLimit_PassThrough()
    {
        await using var harness = await Start(context => context.CallActivityAsync<string>("Echo", context.GetInput<string>()));

        (await harness.RunAsync("Subject", LongEnough)).ReadOutputAs<string>().ShouldBe(LongEnough);
    }

    [Fact]
    public async Task ActivityInput_AboveTheLimit_FailsWithAClearError()
    {
        await using var harness = await Start(context => context.CallActivityAsync<string>("Echo", TooLong));

        var failure = (await harness.RunAsync("Subject")).FailureDetails!;

        failure.ErrorType.ShouldBe(typeof(PayloadTooLargeException).FullName);
        failure.ErrorMessage.ShouldContain("input of activity 'Echo'");
        failure.ErrorMessage.ShouldContain("46080");
    }

    [Fact]
    public async Task ActivityResult_AboveTheLimit_FailsTheCall()
    {
        await using var harness = await Start(context => context.CallActivityAsync<string>("Grow", 1));

        (await harness.RunAsync("Subject")).FailureDetails!.InnerFailure!.ErrorType.ShouldBe(typeof(PayloadTooLargeException).FullName);
    }

    [Fact]
    public async Task OrchestratorOutput_AboveTheLimit_FailsTheInstance()
    {
        await using var harness = await Start(_ => Task.FromResult(TooLong));

        (await harness.RunAsync("Subject")).FailureDetails!.ErrorMessage.ShouldContain("output of orchestrator 'Subject'");
    }

    [Fact]
    public async Task StartAndEvent_AboveTheLimit_ThrowAtTheCaller()
    {
        await using var harness = await Start(context => context.WaitForExternalEvent<string>("Go"));
        await harness.ScheduleAsync("Subject", id: "one");

        await Should.ThrowAsync<PayloadTooLargeException>(() => harness.ScheduleAsync("Subject", TooLong));
        await Should.ThrowAsync<PayloadTooLargeException>(() => harness.Client.RaiseEventAsync("one", "Go", TooLong));
    }

    [Fact]
    public async Task CustomStatus_AboveItsSmallerLimit_FailsTheInstance()
    {
        await using var harness = await Start(context =>
        {
            context.SetCustomStatus(new string('x', 17 * 1024));
            return Task.FromResult(string.Empty);
        });

        (await harness.RunAsync("Subject")).FailureDetails!.ErrorType.ShouldBe(typeof(PayloadTooLargeException).FullName);
    }

    [Fact]
    public async Task Values_CrossingABoundary_LoseWhatJsonDoesNotCarry()
    {
        string? seen = "not called";
        await using var harness = await new EngineHarness
        {
            Functions = new TestFunctions()
                .Orchestrator("Subject", async context =>
                {
                    var order = await context.CallActivityAsync<Order>("Make", new Order(7, "text") { Lost = "input" });
                    return order.Lost ?? $"{order.Id} {order.Text}";
                })
                .Activity<Order, Order>("Make", order =>
                {
                    seen = order.Lost;
                    return order with { Lost = "output" };
                }),
        }.StartAsync();

        (await harness.RunAsync("Subject")).ReadOutputAs<string>().ShouldBe("7 text");
        seen.ShouldBeNull();
    }

    [Fact]
    public async Task ActivityResult_OfAnotherShape_FailsTheAwait()
    {
        await using var harness = await new EngineHarness
        {
            Functions = new TestFunctions()
                .Orchestrator("Subject", context => context.CallActivityAsync<int>("Text", 1))
                .Activity<int, string>("Text", _ => "not a number"),
        }.StartAsync();

        (await harness.RunAsync("Subject")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
    }

    private static Task<EngineHarness> Start(Func<TaskOrchestrationContext, Task<string>> orchestrator) => new EngineHarness
    {
        Functions = new TestFunctions()
            .Orchestrator("Subject", orchestrator)
            .Activity<string, string>("Echo", text => text)
            .Activity<int, string>("Grow", _ => TooLong),
    }.StartAsync();
}
