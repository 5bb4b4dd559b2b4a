using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.Durable;

public sealed class RetryTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task RetryPolicy_FailuresThenSuccess_WaitsLongerEachTime()
    {
        var attempts = new List<DateTimeOffset>();
        await using var harness = await Start(new RetryPolicy(4, Second, 2.0), attempts, failures: 3);

        var ended = await harness.RunAsync("Subject");

        ended.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        Pauses(attempts).ShouldBe([1, 2, 4]);
    }

    [Fact]
    public async Task RetryPolicy_LongestInterval_CapsThePause()
    {
        var attempts = new List<DateTimeOffset>();
        await using var harness = await Start(new RetryPolicy(5, Second, 3.0, TimeSpan.FromSeconds(5)), attempts, failures: 4);

        await harness.RunAsync("Subject");

        Pauses(attempts).ShouldBe([1, 3, 5, 5]);
    }

    [Fact]
    public async Task RetryPolicy_AttemptsUsedUp_FailsWithTheLastFailure()
    {
        var attempts = new List<DateTimeOffset>();
        await using var harness = await Start(new RetryPolicy(3, Second), attempts, failures: 99);

        var ended = await harness.RunAsync("Subject");

        attempts.Count.ShouldBe(3);
        ended.FailureDetails!.ErrorType.ShouldBe(typeof(TaskFailedException).FullName);
        ended.FailureDetails.InnerFailure!.ErrorType.ShouldBe(typeof(TimeoutException).FullName);
        ended.FailureDetails.InnerFailure.ErrorMessage.ShouldBe("attempt 3");
    }

    [Fact]
    public async Task RetryPolicy_TimeUp_StopsBeforeTheAttemptsAreUsedUp()
    {
        var attempts = new List<DateTimeOffset>();
        await using var harness = await Start(
            new RetryPolicy(100, Second, retryTimeout: TimeSpan.FromSeconds(3)), attempts, failures: 99);

        await harness.RunAsync("Subject");

        Pauses(attempts).ShouldBe([1, 1, 1]);
    }

    [Fact]
    public async Task RetryPolicy_FailureNotHandled_IsNotRetried()
    {
        var attempts = new List<DateTimeOffset>();
        var policy = new RetryPolicy(5, Second) { HandleFailure = failure => !failure.IsCausedBy<TimeoutException>() };
        await using var harness = await Start(policy, attempts, failures: 99);

        await harness.RunAsync("Subject");

        attempts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task RetryHandler_SaysAgain_RetriesAtOnce()
    {
        var attempts = new List<DateTimeOffset>();
        var seen = new List<(int Attempt, string Type)>();
        bool Handler(RetryContext retry)
        {
            if (!retry.OrchestrationContext.IsReplaying)
            {
                seen.Add((retry.LastAttemptNumber, retry.LastFailure.ErrorType));
            }

            return retry.LastAttemptNumber < 3;
        }

        await using var harness = await Start(TaskOptions.FromRetryHandler(Handler), attempts, failures: 99);

        var ended = await harness.RunAsync("Subject");

        ended.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        Pauses(attempts).ShouldBe([0, 0]);
        seen.ShouldBe([(1, typeof(TimeoutException).FullName!), (2, typeof(TimeoutException).FullName!), (3, typeof(TimeoutException).FullName!)]);
    }

    [Fact]
    public async Task AsyncRetryHandler_WithATimer_PausesDurably()
    {
        var attempts = new List<DateTimeOffset>();
        AsyncRetryHandler handler = async retry =>
        {
            await retry.OrchestrationContext.CreateTimer(TimeSpan.FromMinutes(retry.LastAttemptNumber), CancellationToken.None);
            return true;
        };
        await using var harness = await Start(TaskOptions.FromRetryHandler(handler), attempts, failures: 2);

        var ended = await harness.RunAsync("Subject");

        ended.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        Pauses(attempts).ShouldBe([60, 120]);
    }

    [Fact]
    public async Task Activity_ThatDoesNotExist_FailsAtOnceDespiteThePolicy()
    {
        await using var harness = await new EngineHarness
        {
            Functions = new TestFunctions().Orchestrator("Subject", context =>
                context.CallActivityAsync("Missing", 1, new TaskOptions(new RetryPolicy(10, Second)))),
        }.StartAsync();
        var start = harness.Clock.GetUtcNow();

        var ended = await harness.RunAsync("Subject");

        ended.FailureDetails!.InnerFailure!.ErrorMessage.ShouldContain("no activity 'Missing'");
        harness.Clock.GetUtcNow().ShouldBe(start);
    }

    [Fact]
    public async Task TaskFailedException_OfACaughtFailure_CarriesNameIdAndInnerFailures()
    {
        TaskFailedException? caught = null;
        await using var harness = await new EngineHarness
        {
            Functions = new TestFunctions()
                .Orchestrator("Subject", async context =>
                {
                    try
                    {
                        await context.CallActivityAsync("Breaks", 1);
                    }
                    catch (TaskFailedException failed)
                    {
                        caught = failed;
                    }
                })
                .Activity<int, int>("Breaks", int (_) => throw new InvalidDataException("outer", new TimeoutException("inner"))),
        }.StartAsync();

        (await harness.RunAsync("Subject")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);

        caught!.TaskName.ShouldBe("Breaks");
        caught.TaskId.ShouldBe(0);
        caught.Message.ShouldContain("outer");
        caught.FailureDetails.IsCausedBy<SystemException>().ShouldBeTrue();
        caught.FailureDetails.InnerFailure!.ErrorMessage.ShouldBe("inner");
    }

    private static double[] Pauses(List<DateTimeOffset> attempts) =>
        [.. attempts.Zip(attempts.Skip(1), (one, next) => (next - one).TotalSeconds)];

    private static Task<EngineHarness> Start(TaskOptions options, List<DateTimeOffset> attempts, int failures)
    {
        EngineHarness? harness = null;
        harness = new EngineHarness
        {
            Functions = new TestFunctions()
                .Orchestrator("Subject", context => context.CallActivityAsync<int>("Flaky", 1, options))
                .Activity<int, int>("Flaky", value =>
                {
                    attempts.Add(harness!.Clock.GetUtcNow());
                    return attempts.Count > failures ? value : throw new TimeoutException($"attempt {attempts.Count}");
                }),
        };
        return harness.StartAsync();
    }

    private static Task<EngineHarness> Start(RetryPolicy policy, List<DateTimeOffset> attempts, int failures) =>
        Start(TaskOptions.FromRetryPolicy(policy), attempts, failures);
}
