using KsefFunctions.Ledger;
using KsefSimulator.Settings;
using Xunit.Abstractions;

namespace KsefFunctions.Tests.Survival;

/// <summary>
/// The host is killed when steps are done and their results on their way, but their messages not yet deleted: the queue gives each step out once more, long
/// after its file has ended.
/// </summary>
[Collection(SurvivalTests.Name)]
public sealed class LateDeliveryTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string HostJson = "AzureFunctionsJobHost__extensions__durableTask__";

    private const int StepsAtOnce = 8;
    private const int Kills = 2;

    // Longer than files need to their end after the last kill, so that every step of a killed run is late.
    private static readonly TimeSpan BackAfter = TimeSpan.FromSeconds(60);

    private Wire _queues = null!;
    private AttachedHost _app = null!;

    public async Task InitializeAsync() => _app = await AttachedHost.StartAsync(
        new SimulatorOptions { ProcessingDelay = TimeSpan.FromSeconds(1) },
        settings: services =>
        {
            var port = services.Azurite.Ports.Queue;
            _queues = Wire.To(port);
            return new Dictionary<string, string>
            {
                ["AzureWebJobsStorage"] = services.Azurite.RuntimeConnectionString.Replace($"127.0.0.1:{port}/", $"127.0.0.1:{_queues.Port}/", StringComparison.Ordinal),
                [HostJson + "maxConcurrentActivityFunctions"] = $"{StepsAtOnce}",
                [HostJson + "storageProvider__workItemQueueVisibilityTimeout"] = $"{BackAfter}",
            };
        });

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _queues.DisposeAsync();
    }

    [Fact]
    public async Task Kill_StepsDoneAndTheirMessagesNotDeleted_ComeBackWhenTheirFilesHaveEndedAndChangeNothing()
    {
        var hub = new TaskHub(_app.Services.Azurite);
        var traffic = new Traffic(_app);
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.WhenAll(traffic.DropSinglesAsync(20), traffic.DropPackagesAsync(3));
            await traffic.InFlightAsync(15);
            _queues.HoldBefore($"DELETE /ksefruntime/{TaskHub.Steps}/messages/");

            // Those on their way may be gathered already, and have too few steps of their own.
            await traffic.DropSinglesAsync(StepsAtOnce);
            var messages = 0;
            await AppUnderTest.EventuallyAsync(
                async () => (messages = await hub.OrchestrationMessagesAsync()) == 0 && _queues.Stopped == StepsAtOnce,
                () => $"all steps in hand are done and their messages still there, {_queues.Stopped} of {StepsAtOnce}, and no orchestration has to hear of it, {messages} of 0");
            await _app.KillHostAsync();
            _queues.Release();
            await _app.StartHostAsync();
        }

        await traffic.SettledAsync(BackAfter);
        await AppUnderTest.EventuallyAsync(async () => await hub.OrchestrationMessagesAsync() == 0, () => "all orchestrations have ended");
        var before = await Snapshot.OfAsync(_app);
        var late = await hub.StepsAsync();
        late.ShouldBeGreaterThanOrEqualTo(StepsAtOnce);
        output.WriteLine($"{traffic.Count} files have ended; {late} steps of killed runs are still to come.");
        await AppUnderTest.EventuallyAsync(async () => await hub.StepsAsync() == 0, () => "each of them has been run again", BackAfter * 2);

        (await Snapshot.OfAsync(_app)).ChangesSince(before).ShouldBeEmpty();
        _app.Log.ShouldContain(line => line.Contains(nameof(SupersededException), StringComparison.Ordinal));
        await traffic.ShouldBeAcceptedOnceAsync();
        await traffic.LedgerShouldBeFinalAsync();
        (await hub.FailuresAsync()).ShouldBeEmpty();
    }
}
