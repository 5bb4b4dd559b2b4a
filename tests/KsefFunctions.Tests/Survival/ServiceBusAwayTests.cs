using KsefFunctions.DeadLetters;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Settlement;
using SampleInvoices;
using ServiceBusBroker;

namespace KsefFunctions.Tests.Survival;

/// <summary>Service Bus is away when a file becomes a dead letter: whoever needs no queue is told at once, and the queue gets it later.</summary>
[Collection(SurvivalTests.Name)]
public sealed class ServiceBusAwayTests : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("service-bus-away-");
    private MessageBroker? _broker;
    private HostedApp _app = null!;

    public async Task InitializeAsync()
    {
        _broker = await StartBrokerAsync(port: 0);
        _app = await HostedApp.StartAsync(new Dictionary<string, string>
        {
            ["ServiceBusConnection"] = _broker.ConnectionString,
            ["KsefFunctions__FirstRetry"] = "00:00:00.5",
            ["KsefFunctions__LongestRetry"] = "00:00:02",
        });
        _app.App.Services.TakeCredentialAway(SampleNips.Stranger);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await (_broker?.DisposeAsync() ?? ValueTask.CompletedTask);
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task Drop_NoCredentialAndServiceBusAway_LedgerAndResultSayItAtOnceAndTheLetterComesLaterOnce()
    {
        var (port, path, content) = (_broker!.Port, $"{SampleNips.Stranger}/dead.xml", AppUnderTest.Invoice().SoldBy(SampleNips.Stranger).ToBytes());
        var (id, hub) = (AppUnderTest.IdOf(content, SampleNips.Stranger), new TaskHub(_app.App.Services.Azurite));
        await _broker.DisposeAsync();
        _broker = null;

        await _app.DropAsync(path, content);
        var record = await _app.SettledAsync(id, path);
        await AppUnderTest.EventuallyAsync(
            async () => (await hub.FailuresAsync()).Count(failure => failure.Contains(nameof(Quarantine), StringComparison.Ordinal)) >= 2,
            () => "the queue has been tried again");

        record.Outcome.ShouldBe(FileOutcome.DeadLettered);
        (await _app.ResultAsync(path)).GetProperty("outcome").GetString().ShouldBe(nameof(FileOutcome.DeadLettered));
        (await hub.StatusOfAsync(FileEndStart.InstanceIdFor(id, 1))).ShouldBe("Running");

        _broker = await StartBrokerAsync(port);
        await AppUnderTest.EventuallyAsync(async () => await hub.StatusOfAsync(FileEndStart.InstanceIdFor(id, 1)) == "Completed", () => "the orchestration has ended");

        var letter = (await _app.DeadLettersAsync()).ShouldHaveSingleItem();
        letter.DeadLetterReason.ShouldBe(CertificateErrors.NoCredential.Code);
        letter.Body.ToString().ShouldContain(id);
        (await _app.WaitingLettersAsync()).ShouldBeEmpty();
    }

    private async Task<MessageBroker> StartBrokerAsync(int port)
    {
        var broker = await MessageBroker.StartAsync(
            new BrokerOptions
            {
                DataDirectory = _data.FullName,
                PreferredPort = port,
                Queues = [new QueueDescription(PoisonQueue.Name, LockDuration: TimeSpan.FromMinutes(1), MaxDeliveryCount: 10, DuplicateDetectionWindow: TimeSpan.FromDays(1))],
            },
            CancellationToken.None);
        (port is 0 || broker.Port == port).ShouldBeTrue("the broker is back where it was");
        return broker;
    }
}
