using System.Diagnostics;
using KsefFunctions.Settlement;
using KsefSimulator.Settings;
using SampleInvoices;

namespace KsefFunctions.Tests.Survival;

/// <summary>
/// Host and worker are killed three times with files in flight: while most of them are at KSeF, while they are taken up again, and between the
/// sending of a dead letter and its dead-lettering.
/// </summary>
public sealed class ThreeKills : IAsyncLifetime
{
    /// <summary>The one file that cannot go out: its company has no credential.</summary>
    public const string DeadPath = $"{SampleNips.Stranger}/dead.xml";

    // As often as the visibility timeouts of host.json let work come back, and then some for a busy machine.
    private static readonly TimeSpan MostAfterRestart = TimeSpan.FromSeconds(90);

    private Wire _serviceBus = null!;

    public AttachedHost App { get; private set; } = null!;

    internal Traffic Traffic { get; private set; } = null!;

    public string DeadId { get; private set; } = null!;

    /// <summary>From the last restart until everything was settled.</summary>
    public TimeSpan Took { get; private set; }

    internal LedgerWatch Watch { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await AttachedHost.StartAsync(
            new SimulatorOptions { ProcessingDelay = TimeSpan.FromSeconds(2) },
            settings: services =>
            {
                _serviceBus = Wire.To(services.Broker.Port);
                return new Dictionary<string, string>
                {
                    ["ServiceBusConnection"] = services.Broker.ConnectionString.Replace($":{services.Broker.Port};", $":{_serviceBus.Port};", StringComparison.Ordinal),
                    ["KsefFunctions__FirstRetry"] = "00:00:00.5",
                    ["KsefFunctions__LongestRetry"] = "00:00:02",
                    ["KsefFunctions__PoisonQueueWait"] = "00:00:00.5",
                };
            });
        App.TakeCredentialAway(SampleNips.Stranger);
        Traffic = new Traffic(App);
        Watch = new LedgerWatch(App.Ledger);

        await Task.WhenAll(Traffic.DropSinglesAsync(45), Traffic.DropPackagesAsync(5));
        await Traffic.InFlightAsync(40);
        await App.KillHostAsync();

        await App.StartHostAsync();
        await Task.WhenAll(Traffic.DropSinglesAsync(5), Traffic.DropPackagesAsync(2));
        await Traffic.InFlightAsync(10);
        await App.KillHostAsync();

        await App.StartHostAsync();
        await KillAfterSendingAsync();

        _serviceBus.Release();
        await App.StartHostAsync();
        var restarted = Stopwatch.StartNew();
        await Traffic.SettledAsync(MostAfterRestart);
        await DeadLetterIsDoneAsync(MostAfterRestart - restarted.Elapsed);
        Took = restarted.Elapsed;
    }

    public async Task DisposeAsync()
    {
        await Watch.DisposeAsync();
        await App.DisposeAsync();
        await _serviceBus.DisposeAsync();
    }

    private async Task KillAfterSendingAsync()
    {
        var content = AppUnderTest.Invoice().SoldBy(SampleNips.Stranger).ToBytes();
        DeadId = AppUnderTest.IdOf(content, SampleNips.Stranger);
        var sent = _serviceBus.HoldAfterAsync(DeadId);
        await Traffic.DropSinglesAsync(5);
        await App.DropAsync(DeadPath, content);
        await sent.WaitAsync(TimeSpan.FromSeconds(60));
        await AppUnderTest.EventuallyAsync(async () => (await App.WaitingLettersAsync()).Count == 1, () => "the broker has the dead letter");
        await App.KillHostAsync();
    }

    // It is repeated when the message of the killed run is visible again: only then is it known whether that does harm.
    private Task DeadLetterIsDoneAsync(TimeSpan patience) => AppUnderTest.EventuallyAsync(
        async () => await new TaskHub(App.Services.Azurite).StatusOfAsync(FileEndStart.InstanceIdFor(DeadId, 1)) == "Completed", () => "the dead letter's orchestration has ended", patience);
}
