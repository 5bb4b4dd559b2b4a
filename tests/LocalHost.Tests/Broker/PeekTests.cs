using Azure.Messaging.ServiceBus;

namespace LocalHost.Tests.Broker;

public sealed class PeekTests
{
    [Fact]
    public async Task PeekMessagesAsync_FreeAndLocked_ShowsAllAndChangesNothing()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        await broker.SendAsync("a");
        await broker.SendAsync("b");
        ServiceBusReceivedMessage held = await broker.ReceiveAsync();

        IReadOnlyList<ServiceBusReceivedMessage> peeked = await broker.Receiver.PeekMessagesAsync(10);

        peeked.Select(message => (message.MessageId, message.SequenceNumber, message.Body.ToString())).ShouldBe([("a", 1, "a"), ("b", 2, "b")]);
        await broker.Receiver.CompleteMessageAsync(held);
        (await broker.ReceiveAsync()).DeliveryCount.ShouldBe(1);
    }

    [Fact]
    public async Task PeekMessageAsync_AgainAndAgain_GoesOnWhereItWas()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        await broker.SendAsync("a");
        await broker.SendAsync("b");

        (await broker.Receiver.PeekMessageAsync()).MessageId.ShouldBe("a");
        (await broker.Receiver.PeekMessageAsync()).MessageId.ShouldBe("b");
        (await broker.Receiver.PeekMessageAsync()).ShouldBeNull();
        (await broker.Receiver.PeekMessageAsync(fromSequenceNumber: 2)).MessageId.ShouldBe("b");
    }

    [Fact]
    public async Task PeekMessageAsync_DeadLetterQueue_ShowsReasonAndDescription()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        await broker.SendAsync("a");
        await broker.Receiver.DeadLetterMessageAsync(await broker.ReceiveAsync(), "KSF-3001", "what happened");

        ServiceBusReceivedMessage dead = await broker.DeadLetters.PeekMessageAsync();

        dead.DeadLetterReason.ShouldBe("KSF-3001");
        dead.DeadLetterErrorDescription.ShouldBe("what happened");
    }

    [Fact]
    public async Task PeekMessagesAsync_ManyLargeMessages_ShowsAll()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        for (int number = 0; number < 8; number++)
        {
            await broker.Sender.SendMessageAsync(new ServiceBusMessage(new byte[200_000]));
        }

        (await broker.Receiver.PeekMessagesAsync(10)).Count.ShouldBe(8);
    }

    [Fact]
    public async Task ScheduleMessageAsync_OperationThatIsNotServed_IsRefused()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();

        await Should.ThrowAsync<NotSupportedException>(broker.Sender.ScheduleMessageAsync(new ServiceBusMessage("a"), DateTimeOffset.MaxValue.AddDays(-1)));
    }

    [Fact]
    public async Task PeekMessageAsync_UnknownQueue_IsRefusedAsNotFound()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();

        ServiceBusException refusal = await Should.ThrowAsync<ServiceBusException>(broker.Client.CreateReceiver("nobody").PeekMessageAsync());

        refusal.Reason.ShouldBe(ServiceBusFailureReason.MessagingEntityNotFound);
    }
}
