using System.Collections.Concurrent;
using System.Net.Sockets;
using Azure;
using Azure.Identity;
using Ksef.Client;
using KsefFunctions.Dispatch;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Settings;
using KsefFunctions.Settlement;
using KsefFunctions.Submission;
using KsefFunctions.Validation;
using Microsoft.Extensions.DependencyInjection;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>What is tried again by itself, and what a person must look at.</summary>
public sealed class RetryTests
{
    public static TheoryData<string> PassingFailures => ["storage", "network", "identity", "no identity", "socket", "HTTP", "response", "cut off", "worker ended", "timeout", "numbered"];

    [Theory]
    [MemberData(nameof(PassingFailures))]
    public async Task Step_EachFailsOnceForAReasonThatPasses_FileIsAcceptedWithoutAPerson(string reason)
    {
        var failed = new ConcurrentDictionary<string, bool>();
        await using var app = await RunningApp.StartAsync(
            FlowMode.Automatic, _ => { }, call => failed.TryAdd(call.Name, true) ? throw Failure(reason) : call.RunAsync());

        var record = await app.SettleAsync("passing.xml", RunningApp.Invoice().ToBytes());

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        await RunningApp.EventuallyAsync(async () => (await app.ConsignmentsAsync()).All(consignment => consignment.State == ConsignmentState.Closed), () => "its consignment has ended");
        failed.Keys.ShouldBe(
            [nameof(ValidateFile), nameof(LookAtWaiting), nameof(SendConsignment), nameof(PollSession), nameof(SettleConsignment), nameof(FinishConsignment)], ignoreOrder: true);
        (await app.DeadLettersAsync()).ShouldBeEmpty();
        app.SimulatorCalls("OnlineSessionSend").ShouldBe(1);
    }

    [Fact]
    public async Task Step_FailsInAWayThatNobodyForesaw_IsADeadLetterAtOnce()
    {
        await using var app = await RunningApp.StartAsync(
            FlowMode.Automatic, _ => { }, call => call.Name == nameof(SendConsignment) ? throw new InvalidOperationException("secret detail") : call.RunAsync());

        var record = await app.SettleAsync("unforeseen.xml", RunningApp.Invoice().ToBytes());

        record.Outcome.ShouldBe(FileOutcome.DeadLettered);
        var error = record.Errors.ShouldHaveSingleItem();
        error.Code.ShouldBe(TechnicalErrors.Unexpected.Code);
        error.Message.ShouldContain(nameof(SendConsignment));
        error.Message.ShouldNotContain("secret detail");
        app.Activities.Count(call => call.Name == nameof(SendConsignment)).ShouldBe(1);
    }

    [Fact]
    public async Task Step_KsefIsAway_IsTriedUntilKsefIsBack()
    {
        await using var app = await KsefAwayAsync(_ => { });
        var content = RunningApp.Invoice().ToBytes();
        await app.DropAsync($"{SampleNips.Seller}/away.xml", content);
        await RunningApp.EventuallyAsync(() => Task.FromResult(app.Activities.Count(call => call.Name == nameof(SendConsignment)) >= 4), () => "it has been tried again and again");

        app.Simulator.Faults.Clear();

        (await app.SettledAsync(RunningApp.IdOf(content), $"{SampleNips.Seller}/away.xml")).Outcome.ShouldBe(FileOutcome.Accepted);
        (await app.DeadLettersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Step_KsefStaysAway_IsADeadLetterWhenItsTimeIsUp()
    {
        await using var app = await KsefAwayAsync(options => options.RetryFor = TimeSpan.FromSeconds(5));

        var record = await app.SettleAsync("gone.xml", RunningApp.Invoice().ToBytes());

        record.Outcome.ShouldBe(FileOutcome.DeadLettered);
        record.Errors.ShouldHaveSingleItem().Code.ShouldBe(KsefErrors.Unavailable.Code);
        app.Activities.Count(call => call.Name == nameof(SendConsignment)).ShouldBeGreaterThan(1);
    }

    [Fact]
    public void RetryFor_NotSet_IsTwoDays() => FlowSettings.Of(new KsefFunctionsOptions()).RetryFor.ShouldBe(TimeSpan.FromDays(2));

    private static Task<RunningApp> KsefAwayAsync(Action<KsefFunctionsOptions> configure) => RunningApp.StartAsync(
        FlowMode.Automatic,
        services => services.Configure<KsefClientOptions>(client => client.RetryDelay = TimeSpan.FromMilliseconds(1)).Configure<KsefFunctionsOptions>(options =>
        {
            options.LongestRetry = TimeSpan.FromMilliseconds(200);
            configure(options);
        }),
        "html-503:count=all");

    private static Exception Failure(string reason) => reason switch
    {
        "storage" => new RequestFailedException(503, "The server is busy."),
        "network" => new IOException("The connection was reset."),
        "identity" => new AuthenticationFailedException("ManagedIdentityCredential authentication failed."),
        "no identity" => new CredentialUnavailableException("No managed identity endpoint was found."),
        "socket" => new SocketException((int)SocketError.NotConnected),
        "HTTP" => new HttpRequestException(HttpRequestError.ConnectionError),
        "response" => new HttpIOException(HttpRequestError.ResponseEnded),
        "cut off" => new OperationCanceledException(),
        "worker ended" => new WorkerProcessExitException(),
        "timeout" => new FunctionTimeoutException(),
        "numbered" => new PipelineException(KsefErrors.Unavailable),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "There is no such failure."),
    };

    /// <summary>Named as the Functions host's, which the Durable extension reports by name.</summary>
    private sealed class WorkerProcessExitException : Exception;

    /// <summary>Named as the WebJobs SDK's.</summary>
    private sealed class FunctionTimeoutException : Exception;
}
