using System.Net.Sockets;
using Azure.Messaging.ServiceBus;

namespace LocalHost.Tests.Broker;

public sealed class SendTests
{
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task SendMessageAsync_EveryProperty_ArrivesAsItWasSent()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync(_time);
        var sent = new ServiceBusMessage(BinaryData.FromString("żółć"))
        {
            MessageId = "id-1",
            ContentType = "application/json",
            Subject = "subject",
            CorrelationId = "correlation",
            ReplyTo = "reply",
            PartitionKey = "partition",
            ApplicationProperties = { ["text"] = "tekst", ["number"] = 42L, ["when"] = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), ["id"] = Guid.Empty },
        };

        await broker.Sender.SendMessageAsync(sent);

        ServiceBusReceivedMessage received = await broker.ReceiveAsync();
        received.Body.ToString().ShouldBe("żółć");
        received.MessageId.ShouldBe("id-1");
        received.ContentType.ShouldBe("application/json");
        received.Subject.ShouldBe("subject");
        received.CorrelationId.ShouldBe("correlation");
        received.ReplyTo.ShouldBe("reply");
        received.PartitionKey.ShouldBe("partition");
        received.ApplicationProperties.ShouldBe(sent.ApplicationProperties, ignoreOrder: true);
        received.SequenceNumber.ShouldBe(1);
        received.EnqueuedTime.ShouldBe(_time.GetUtcNow());
        received.LockedUntil.ShouldBe(_time.GetUtcNow() + RunningBroker.Queue.LockDuration);
        received.DeliveryCount.ShouldBe(1);
    }

    [Fact]
    public async Task SendMessageAsync_SameIdWithinTheWindow_IsAcceptedAndDropped()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync(_time);
        await broker.SendAsync("a");
        await broker.Receiver.CompleteMessageAsync(await broker.ReceiveAsync());

        _time.Advance(RunningBroker.Queue.DuplicateDetectionWindow - TimeSpan.FromSeconds(1));
        await broker.SendAsync("a");
        await broker.ShouldBeEmptyAsync();

        _time.Advance(TimeSpan.FromSeconds(1));
        await broker.SendAsync("a");
        (await broker.ReceiveAsync()).MessageId.ShouldBe("a");
    }

    [Fact]
    public async Task SendMessageAsync_DuplicateDetectionOff_KeepsBoth()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync(queue: RunningBroker.Queue with { DuplicateDetectionWindow = TimeSpan.Zero });

        await broker.SendAsync("a");
        await broker.SendAsync("a");

        (await broker.ReceiveAsync()).SequenceNumber.ShouldBe(1);
        (await broker.ReceiveAsync()).SequenceNumber.ShouldBe(2);
    }

    [Fact]
    public async Task SendMessagesAsync_Batch_KeepsEachMessageOnce()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();

        await broker.Sender.SendMessagesAsync(
            ((string[])["a", "b", "a", "c"]).Select(id => new ServiceBusMessage(id) { MessageId = id, ApplicationProperties = { ["id"] = id } }));

        foreach (string id in (string[])["a", "b", "c"])
        {
            ServiceBusReceivedMessage received = await broker.ReceiveAsync();
            received.Body.ToString().ShouldBe(id);
            received.ApplicationProperties["id"].ShouldBe(id);
        }

        await broker.ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task SendMessageAsync_LargestMessage_ArrivesWithAllThatTheBrokerAdds()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        byte[] body = new byte[(256 * 1024) - 100];
        Random.Shared.NextBytes(body);

        await broker.Sender.SendMessageAsync(new ServiceBusMessage(body) { MessageId = "large" });

        (await broker.Receiver.PeekMessageAsync()).Body.ToArray().ShouldBe(body);
        (await broker.ReceiveAsync()).Body.ToArray().ShouldBe(body);
    }

    [Fact]
    public async Task SendMessageAsync_TooLarge_IsRefused()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();

        ServiceBusException refusal = await Should.ThrowAsync<ServiceBusException>(broker.Sender.SendMessageAsync(new ServiceBusMessage(new byte[256 * 1024])));

        refusal.Reason.ShouldBe(ServiceBusFailureReason.MessageSizeExceeded);
        await broker.ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task SendMessageAsync_WithATimeToLive_IsRefused()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();

        await Should.ThrowAsync<NotSupportedException>(broker.Sender.SendMessageAsync(new ServiceBusMessage("a") { TimeToLive = TimeSpan.FromHours(1) }));
    }

    [Fact]
    public async Task SendMessageAsync_ScheduledForLater_IsRefused()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();

        await Should.ThrowAsync<NotSupportedException>(
            broker.Sender.SendMessageAsync(new ServiceBusMessage("a") { ScheduledEnqueueTime = DateTimeOffset.MaxValue.AddDays(-1) }));
    }

    [Fact]
    public async Task SendMessageAsync_UnknownQueue_IsRefusedAsNotFound()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();

        ServiceBusException refusal = await Should.ThrowAsync<ServiceBusException>(
            broker.Client.CreateSender("nobody").SendMessageAsync(new ServiceBusMessage("a")));

        refusal.Reason.ShouldBe(ServiceBusFailureReason.MessagingEntityNotFound);
        await broker.SendAsync("the connection lives on");
    }

    [Fact]
    public async Task SendMessageAsync_OthersOnThePortSpeakNoAmqpOrNothing_IsServed()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        using var silent = new TcpClient("127.0.0.1", broker.Port);
        using var browser = new TcpClient("127.0.0.1", broker.Port);
        await browser.GetStream().WriteAsync("GET / HTTP/1.1\r\n\r\n"u8.ToArray());

        await broker.SendAsync("a");

        (await broker.ReceiveAsync()).MessageId.ShouldBe("a");
    }

    [Fact]
    public async Task SendMessageAsync_NameInAnotherCase_IsTheSameQueue()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();

        await broker.Client.CreateSender("Invoices-POISON").SendMessageAsync(new ServiceBusMessage("a"));

        (await broker.ReceiveAsync()).Body.ToString().ShouldBe("a");
    }
}
