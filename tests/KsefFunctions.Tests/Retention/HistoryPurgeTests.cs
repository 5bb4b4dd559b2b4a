using KsefFunctions.Dispatch;
using KsefFunctions.Files;
using KsefFunctions.Retention;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using SampleInvoices;

namespace KsefFunctions.Tests.Retention;

public sealed class HistoryPurgeTests
{
    [Fact]
    public async Task Run_HistoryIsOld_RemovesItAndTheSameBytesAreStillKnown()
    {
        await using var app = await RunningApp.StartAsync();
        var content = RunningApp.Invoice().ToBytes();
        await app.SettleAsync("old.xml", content);
        await RunningApp.EventuallyAsync(async () => (await app.InstancesAsync()).All(instance => instance.IsCompleted), () => "the orchestration has ended");

        await PurgeAfterAsync(app, HistoryPurge.KeptFor - TimeSpan.FromHours(1));
        (await app.InstancesAsync()).ShouldNotBeEmpty();
        await RunningApp.EventuallyAsync(
            async () =>
            {
                await PurgeAfterAsync(app, HistoryPurge.KeptFor + TimeSpan.FromHours(1));
                return (await app.InstancesAsync()).Count == 0;
            },
            () => "its history is gone");

        await app.DropAsync($"{SampleNips.Seller}/again.xml", content);
        (await app.SettledAsync(RunningApp.IdOf(content), $"{SampleNips.Seller}/again.xml")).Outcome.ShouldBe(FileOutcome.Accepted);
        app.SimulatorCalls("OnlineSessionSend").ShouldBe(1);
    }

    [Fact]
    public async Task Run_OrchestrationStillRuns_LeavesItAlone()
    {
        await using var app = await RunningApp.StartAsync("stuck-150");
        var content = RunningApp.Invoice().ToBytes();
        await app.DropAsync($"{SampleNips.Seller}/running.xml", content);
        await app.ReachedAsync(RunningApp.IdOf(content), FileOutcome.Processing);

        await PurgeAfterAsync(app, HistoryPurge.KeptFor * 2);

        (await app.InstancesAsync()).ShouldContain(instance => instance.Name == ConsignmentStart.Orchestration && instance.IsRunning);
    }

    private static Task PurgeAfterAsync(RunningApp app, TimeSpan later) => new HistoryPurge(new Later(later), NullLogger<HistoryPurge>.Instance)
        .RunAsync(new TimerInfo(), app.Durable, CancellationToken.None);

    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
