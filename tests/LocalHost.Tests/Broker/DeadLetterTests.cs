using Azure.Messaging.ServiceBus;

namespace LocalHost.Tests.Broker;

public sealed class DeadLetterTests
{
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task DeadLetterMessageAsync_ReasonAndDescription_ArriveInTheDeadLetterQueue()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync(_time);
        await broker.SendAsync("a");

        await broker.Receiver.DeadLetterMessageAsync(await broker.ReceiveAsync(), "KSF-3001", "Opis błędu");

        ServiceBusReceivedMessage dead = await broker.ReceiveDeadLetterAsync();
        dead.DeadLetterReason.ShouldBe("KSF-3001");
        dead.DeadLetterErrorDescription.ShouldBe("Opis błędu");
        dead.Body.ToString().ShouldBe("a");
        dead.MessageId.ShouldBe("a");
        _time.Advance(RunningBroker.Queue.LockDuration);
        await broker.ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task DeadLetterMessageAsync_WithProperties_KeepsThem()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        await broker.SendAsync("a");

        await broker.Receiver.DeadLetterMessageAsync(await broker.ReceiveAsync(), new Dictionary<string, object> { ["step"] = 7 }, "KSF-3001");

        ServiceBusReceivedMessage dead = await broker.ReceiveDeadLetterAsync();
        dead.ApplicationProperties["step"].ShouldBe(7);
        dead.DeadLetterReason.ShouldBe("KSF-3001");
        dead.DeadLetterErrorDescription.ShouldBeNull();
    }

    [Fact]
    public async Task CompleteMessageAsync_DeadLetter_RemovesItForGood()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        await broker.SendAsync("a");
        await broker.Receiver.DeadLetterMessageAsync(await broker.ReceiveAsync(), "why");

        await broker.DeadLetters.CompleteMessageAsync(await broker.ReceiveDeadLetterAsync());

        (await broker.DeadLetters.PeekMessageAsync(fromSequenceNumber: 0)).ShouldBeNull();
    }

    [Fact]
    public async Task AbandonMessageAsync_AsOftenAsAllowed_DeadLettersIt()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        await broker.SendAsync("a");
        for (int delivery = 1; delivery <= RunningBroker.Queue.MaxDeliveryCount; delivery++)
        {
            ServiceBusReceivedMessage received = await broker.ReceiveAsync();
            received.DeliveryCount.ShouldBe(delivery);
            await broker.Receiver.AbandonMessageAsync(received);
        }

        ServiceBusReceivedMessage dead = await broker.ReceiveDeadLetterAsync();
        dead.DeadLetterReason.ShouldBe("MaxDeliveryCountExceeded");
        dead.DeadLetterErrorDescription.ShouldBe("Message could not be consumed after 3 delivery attempts.");
        await broker.ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task ReceiveMessageAsync_LocksRanOutAsOftenAsAllowed_DeadLettersIt()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync(_time);
        await broker.SendAsync("a");
        for (int delivery = 1; delivery <= RunningBroker.Queue.MaxDeliveryCount; delivery++)
        {
            await broker.ReceiveAsync();
            _time.Advance(RunningBroker.Queue.LockDuration);
        }

        (await broker.ReceiveDeadLetterAsync()).DeadLetterReason.ShouldBe("MaxDeliveryCountExceeded");
    }

    [Fact]
    public async Task AbandonMessageAsync_DeadLetterManyTimes_StaysADeadLetter()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        await broker.SendAsync("a");
        await broker.Receiver.DeadLetterMessageAsync(await broker.ReceiveAsync(), "why");
        for (int delivery = 0; delivery <= RunningBroker.Queue.MaxDeliveryCount; delivery++)
        {
            await broker.DeadLetters.AbandonMessageAsync(await broker.ReceiveDeadLetterAsync());
        }

        (await broker.ReceiveDeadLetterAsync()).DeadLetterReason.ShouldBe("why");
    }

    [Fact]
    public async Task DeadLetterMessageAsync_DeadLetter_IsRefused()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        await broker.SendAsync("a");
        await broker.Receiver.DeadLetterMessageAsync(await broker.ReceiveAsync(), "why");
        ServiceBusReceivedMessage dead = await broker.ReceiveDeadLetterAsync();

        await Should.ThrowAsync<InvalidOperationException>(broker.DeadLetters.DeadLetterMessageAsync(dead));

        await broker.DeadLetters.CompleteMessageAsync(dead);
    }

    [Fact]
    public async Task SendMessageAsync_ToTheDeadLetterQueue_IsRefused()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        ServiceBusSender sender = broker.Client.CreateSender($"{RunningBroker.QueueName}/$deadletterqueue");

        await Should.ThrowAsync<InvalidOperationException>(sender.SendMessageAsync(new ServiceBusMessage("a")));
    }

    [Fact]
    public async Task SendMessageAsync_IdOfADeadLetter_IsStillADuplicate()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        await broker.SendAsync("a");
        await broker.Receiver.DeadLetterMessageAsync(await broker.ReceiveAsync(), "why");

        await broker.SendAsync("a");

        await broker.ShouldBeEmptyAsync();
    }
}
