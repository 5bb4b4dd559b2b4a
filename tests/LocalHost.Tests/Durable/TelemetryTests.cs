using System.Collections.Concurrent;
using System.Diagnostics;
using LocalHost.Durable.Telemetry;

namespace LocalHost.Tests.Durable;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Spans_OfAnInstanceAndItsChild_BelongToTheTraceOfTheStartAlsoAfterARestart()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var source = new ActivitySource("telemetry-tests");
        using var listener = new ActivityListener
        {
            ShouldListenTo = candidate => candidate.Name == DurableTelemetry.Name || candidate == source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var harness = await new EngineHarness
        {
            Functions = new TestFunctions()
                .Orchestrator("TracedParent", async context =>
                {
                    await context.CallActivityAsync("TracedOne", 1);
                    await context.WaitForExternalEvent<int>("Go");
                    await context.CallSubOrchestratorAsync("TracedChild");
                })
                .Orchestrator("TracedChild", context => context.CallActivityAsync("TracedTwo", 2))
                .Activity<int, int>("TracedOne", value => value)
                .Activity<int, int>("TracedTwo", int (_) => throw new TimeoutException()),
        }.StartAsync();
        string id;
        ActivityTraceId trace;
        using (var root = source.StartActivity("trigger"))
        {
            trace = root!.TraceId;
            id = await harness.ScheduleAsync("TracedParent");
        }

        await harness.IdleAsync();
        await harness.RestartAsync();
        await harness.Client.RaiseEventAsync(id, "Go", 1);
        await harness.RunToEndAsync(id);

        var traced = spans.Where(span => span.TraceId == trace).ToList();
        traced.Select(span => span.OperationName).ShouldBe(
            [
                "trigger",
                "create_orchestration:TracedParent",
                "activity:TracedOne",
                "activity:TracedTwo",
                "orchestration:TracedChild",
                "orchestration:TracedParent",
            ],
            ignoreOrder: true);
        traced.Single(span => span.OperationName == "activity:TracedTwo").Status.ShouldBe(ActivityStatusCode.Error);
        traced.ShouldAllBe(span => !span.Tags.Any(tag => tag.Key.Contains("input")));
    }
}
