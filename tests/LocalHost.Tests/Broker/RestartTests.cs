using Azure.Messaging.ServiceBus;
using ServiceBusBroker;

namespace LocalHost.Tests.Broker;

public sealed class RestartTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("broker-tests-");
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task StartAsync_AfterAStop_HasMessagesCountsDeadLettersAndIds()
    {
        await using (RunningBroker before = await StartAsync())
        {
            await FillAsync(before);
        }

        await using RunningBroker after = await StartAsync();

        await ShouldBeFilledAsync(after);
    }

    [Fact]
    public async Task StartAsync_OnWhatAKillLeaves_HasMessagesCountsDeadLettersAndIds()
    {
        await using RunningBroker before = await StartAsync();
        await FillAsync(before);

        // What a process has written is what the next one reads, whether it was killed or still runs.
        string copy = Path.Combine(_data.FullName, "copy");
        Directory.CreateDirectory(copy);
        File.Copy(Path.Combine(_data.FullName, "messages.jsonl"), Path.Combine(copy, "messages.jsonl"));
        await using RunningBroker after = await RunningBroker.StartAsync(_time, dataDirectory: copy);

        await ShouldBeFilledAsync(after);
    }

    [Fact]
    public async Task StartAsync_KilledInTheMiddleOfALine_HasWhatWasSettled()
    {
        await using (RunningBroker before = await StartAsync())
        {
            await before.SendAsync("settled");
        }

        string journal = Path.Combine(_data.FullName, "messages.jsonl");
        string line = await File.ReadAllTextAsync(journal);
        await File.AppendAllTextAsync(journal, line[..(line.Length / 2)]);

        await using RunningBroker after = await StartAsync();

        await after.SendAsync("next");
        (await after.ReceiveAsync()).MessageId.ShouldBe("settled");
        (await after.ReceiveAsync()).MessageId.ShouldBe("next");
    }

    [Fact]
    public async Task StartAsync_AfterManyRestarts_GivesNoSequenceNumberTwice()
    {
        for (int start = 1; start <= 3; start++)
        {
            await using RunningBroker broker = await StartAsync();
            await broker.SendAsync($"{start}");
            ServiceBusReceivedMessage received = await broker.ReceiveAsync();
            received.SequenceNumber.ShouldBe(start);
            await broker.Receiver.CompleteMessageAsync(received);
            _time.Advance(RunningBroker.Queue.DuplicateDetectionWindow);
        }

        (await File.ReadAllLinesAsync(Path.Combine(_data.FullName, "messages.jsonl"))).Length.ShouldBeLessThan(6, "a start leaves out what nobody needs");
    }

    [Fact]
    public async Task SendMessageAsync_BrokerStartedAgainOnItsPort_TheSameClientGoesOn()
    {
        await using RunningBroker first = await StartAsync();
        await first.SendAsync("before");
        ServiceBusReceivedMessage held = await first.ReceiveAsync();
        await first.StopAsync();

        await using RunningBroker second = await RunningBroker.StartAsync(_time, dataDirectory: _data.FullName, preferredPort: first.Port);

        second.Port.ShouldBe(first.Port);
        await first.SendAsync("after");
        (await Should.ThrowAsync<ServiceBusException>(first.Receiver.CompleteMessageAsync(held))).Reason.ShouldBe(ServiceBusFailureReason.MessageLockLost);
        (await first.ReceiveAsync()).MessageId.ShouldBe("before");
        (await first.ReceiveAsync()).MessageId.ShouldBe("after");
    }

    [Fact]
    public async Task StartAsync_PortTaken_TakesAnother()
    {
        await using RunningBroker first = await RunningBroker.StartAsync();

        await using RunningBroker second = await RunningBroker.StartAsync(preferredPort: first.Port);

        second.Port.ShouldNotBe(first.Port);
    }

    [Fact]
    public async Task StartAsync_AnotherBrokerHasTheDirectory_IsRefused()
    {
        await using RunningBroker first = await StartAsync();
        await first.SendAsync("a");

        (await Should.ThrowAsync<BrokerException>(StartAsync())).Message.ShouldContain(_data.FullName);

        (await first.ReceiveAsync()).MessageId.ShouldBe("a");
    }

    [Fact]
    public async Task StartAsync_JournalThatIsNone_IsRefusedAndLeftAsItIs()
    {
        string journal = Path.Combine(_data.FullName, "messages.jsonl");
        await File.WriteAllTextAsync(journal, "what is this\n");

        await Should.ThrowAsync<BrokerException>(StartAsync());

        (await File.ReadAllTextAsync(journal)).ShouldBe("what is this\n");
    }

    [Fact]
    public async Task WatchAsync_Disposed_Completes()
    {
        RunningBroker broker = await StartAsync();
        Task watching = broker.WatchAsync();
        watching.IsCompleted.ShouldBeFalse();

        await broker.DisposeAsync();

        await watching.WaitAsync(RunningBroker.Patience);
    }

    private static async Task FillAsync(RunningBroker broker)
    {
        await broker.SendAsync("done");
        await broker.Receiver.CompleteMessageAsync(await broker.ReceiveAsync());
        await broker.SendAsync("dead");
        await broker.Receiver.DeadLetterMessageAsync(await broker.ReceiveAsync(), "KSF-3001", "what happened");
        await broker.SendAsync("held");
        await broker.Receiver.AbandonMessageAsync(await broker.ReceiveAsync());
        await broker.ReceiveAsync();
        await broker.SendAsync("waiting");
    }

    private static async Task ShouldBeFilledAsync(RunningBroker broker)
    {
        ServiceBusReceivedMessage held = await broker.ReceiveAsync();
        held.MessageId.ShouldBe("held");
        held.DeliveryCount.ShouldBe(2);
        held.SequenceNumber.ShouldBe(3);
        (await broker.ReceiveAsync()).MessageId.ShouldBe("waiting");
        ServiceBusReceivedMessage dead = await broker.ReceiveDeadLetterAsync();
        (dead.MessageId, dead.DeadLetterReason, dead.DeadLetterErrorDescription).ShouldBe(("dead", "KSF-3001", "what happened"));
        foreach (string known in (string[])["done", "dead", "held"])
        {
            await broker.SendAsync(known);
        }

        await broker.ShouldBeEmptyAsync();
    }

    private Task<RunningBroker> StartAsync() => RunningBroker.StartAsync(_time, dataDirectory: _data.FullName);
}
