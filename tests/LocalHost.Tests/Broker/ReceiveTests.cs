using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Messaging.ServiceBus;

namespace LocalHost.Tests.Broker;

public sealed class ReceiveTests
{
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task ReceiveMessageAsync_NothingThere_ReturnsWhenItsTimeIsUp()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        await broker.ShouldBeEmptyAsync();
        var waited = Stopwatch.StartNew();

        (await broker.Receiver.ReceiveMessageAsync(RunningBroker.Moment)).ShouldBeNull();

        waited.Elapsed.ShouldBeInRange(RunningBroker.Moment / 2, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task ReceiveMessageAsync_SentWhileWaiting_ArrivesAtOnce()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        Task<ServiceBusReceivedMessage> waiting = broker.Receiver.ReceiveMessageAsync(RunningBroker.Patience);

        await broker.SendAsync("a");

        (await waiting).MessageId.ShouldBe("a");
    }

    [Fact]
    public async Task ReceiveMessageAsync_SentAfterSomebodyGaveUpWaiting_IsNotLostNorCounted()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        await broker.ShouldBeEmptyAsync();
        await using ServiceBusReceiver idle = broker.Client.CreateReceiver(RunningBroker.QueueName);
        (await idle.ReceiveMessageAsync(RunningBroker.Moment)).ShouldBeNull();

        await broker.SendAsync("a");

        ServiceBusReceivedMessage received = await broker.ReceiveAsync();
        received.MessageId.ShouldBe("a");
        received.DeliveryCount.ShouldBe(1);
    }

    [Fact]
    public async Task CloseAsync_ReceiverThatWaits_ReturnsAndLeavesTheMessageToOthers()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        ServiceBusReceiver gone = broker.Client.CreateReceiver(RunningBroker.QueueName);
        Task<ServiceBusReceivedMessage> waiting = gone.ReceiveMessageAsync(RunningBroker.Moment);
        await waiting;

        await gone.CloseAsync().WaitAsync(TimeSpan.FromSeconds(10));
        await broker.SendAsync("a");

        (await broker.ReceiveAsync()).MessageId.ShouldBe("a");
    }

    [Fact]
    public async Task CloseAsync_MessagesPrefetched_AreReleasedToOthers()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        await using ServiceBusReceiver greedy = broker.Client.CreateReceiver(RunningBroker.QueueName, new ServiceBusReceiverOptions { PrefetchCount = 10 });
        await SendManyAsync(broker, 5);
        (await greedy.ReceiveMessageAsync(RunningBroker.Patience)).MessageId.ShouldBe("0");

        await greedy.CloseAsync().WaitAsync(TimeSpan.FromSeconds(10));

        foreach (int number in Enumerable.Range(1, 4))
        {
            ServiceBusReceivedMessage received = await broker.ReceiveAsync();
            received.MessageId.ShouldBe($"{number}");
            received.DeliveryCount.ShouldBe(1);
        }
    }

    [Fact]
    public async Task CompleteMessageAsync_Locked_RemovesIt()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync(_time);
        await broker.SendAsync("a");

        await broker.Receiver.CompleteMessageAsync(await broker.ReceiveAsync());

        _time.Advance(RunningBroker.Queue.LockDuration);
        await broker.ShouldBeEmptyAsync();
        (await broker.Receiver.PeekMessageAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task AbandonMessageAsync_Locked_DeliversItAgainWithTheChangedProperties()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        await broker.SendAsync("a");

        await broker.Receiver.AbandonMessageAsync(await broker.ReceiveAsync(), new Dictionary<string, object> { ["why"] = "busy" });

        ServiceBusReceivedMessage again = await broker.ReceiveAsync();
        again.DeliveryCount.ShouldBe(2);
        again.ApplicationProperties["why"].ShouldBe("busy");
        again.Body.ToString().ShouldBe("a");
    }

    [Fact]
    public async Task ReceiveMessageAsync_LockRanOut_DeliversItAgainAndTakesNoSettlementOfTheFirst()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync(_time);
        await broker.SendAsync("a");
        ServiceBusReceivedMessage first = await broker.ReceiveAsync();
        await broker.ShouldBeEmptyAsync();

        _time.Advance(RunningBroker.Queue.LockDuration);

        ServiceBusReceivedMessage second = await broker.ReceiveAsync();
        second.DeliveryCount.ShouldBe(2);
        second.LockToken.ShouldNotBe(first.LockToken);
        (await Should.ThrowAsync<ServiceBusException>(broker.Receiver.CompleteMessageAsync(first))).Reason.ShouldBe(ServiceBusFailureReason.MessageLockLost);
        await broker.Receiver.CompleteMessageAsync(second);
    }

    [Fact]
    public async Task ReceiveMessageAsync_LockRunsOutByTheRealClock_DeliversItAgain()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync(queue: RunningBroker.Queue with { LockDuration = TimeSpan.FromMilliseconds(200) });
        await broker.SendAsync("a");
        await broker.ReceiveAsync();

        (await broker.ReceiveAsync()).DeliveryCount.ShouldBe(2);
    }

    [Fact]
    public async Task RenewMessageLockAsync_InTime_HoldsTheMessageLonger()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync(_time);
        await broker.SendAsync("a");
        ServiceBusReceivedMessage held = await broker.ReceiveAsync();
        _time.Advance(RunningBroker.Queue.LockDuration - TimeSpan.FromSeconds(1));

        await broker.Receiver.RenewMessageLockAsync(held);

        held.LockedUntil.ShouldBe(_time.GetUtcNow() + RunningBroker.Queue.LockDuration);
        _time.Advance(TimeSpan.FromSeconds(2));
        await broker.ShouldBeEmptyAsync();
        await broker.Receiver.CompleteMessageAsync(held);
    }

    [Fact]
    public async Task RenewMessageLockAsync_TooLate_SaysThatTheLockIsLost()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync(_time);
        await broker.SendAsync("a");
        ServiceBusReceivedMessage held = await broker.ReceiveAsync();
        _time.Advance(RunningBroker.Queue.LockDuration);

        ServiceBusException late = await Should.ThrowAsync<ServiceBusException>(broker.Receiver.RenewMessageLockAsync(held));

        late.Reason.ShouldBe(ServiceBusFailureReason.MessageLockLost);
    }

    [Fact]
    public async Task ReceiveMessageAsync_HolderHasGone_ComesBackWhenTheLockRunsOut()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync(_time);
        await broker.SendAsync("a");
        ServiceBusClient crashed = broker.NewClient();
        (await crashed.CreateReceiver(RunningBroker.QueueName).ReceiveMessageAsync(RunningBroker.Patience)).ShouldNotBeNull();
        await crashed.DisposeAsync();
        await broker.ShouldBeEmptyAsync();

        _time.Advance(RunningBroker.Queue.LockDuration);

        (await broker.ReceiveAsync()).DeliveryCount.ShouldBe(2);
    }

    [Fact]
    public async Task CompleteMessageAsync_OnAnotherLinkThanItCameOver_IsTaken()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync(_time);
        await broker.SendAsync("a");
        ServiceBusReceivedMessage held = await broker.ReceiveAsync();
        await using ServiceBusReceiver other = broker.Client.CreateReceiver(RunningBroker.QueueName);

        await other.CompleteMessageAsync(held);

        _time.Advance(RunningBroker.Queue.LockDuration);
        await broker.ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task ReceiveMessageAsync_ReceiveAndDelete_DeliversOnce()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        await broker.SendAsync("a");
        await using ServiceBusReceiver deleting = broker.Client.CreateReceiver(
            RunningBroker.QueueName, new ServiceBusReceiverOptions { ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete });

        (await deleting.ReceiveMessageAsync(RunningBroker.Patience)).MessageId.ShouldBe("a");

        (await broker.Receiver.PeekMessageAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task ReceiveMessagesAsync_MoreThanThereAre_ReturnsThoseInOrder()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        await SendManyAsync(broker, 3);

        var received = new List<ServiceBusReceivedMessage>();
        while (received.Count < 3)
        {
            received.AddRange(await broker.Receiver.ReceiveMessagesAsync(10, RunningBroker.Patience));
        }

        received.Select(message => message.MessageId).ShouldBe(["0", "1", "2"]);
        await broker.SendAsync("3");
        (await broker.ReceiveAsync()).MessageId.ShouldBe("3");
    }

    [Fact]
    public async Task ReceiveMessageAsync_ManyAtOnceOnOneReceiver_AllAreServed()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        for (int round = 0; round < 10; round++)
        {
            Task<ServiceBusReceivedMessage>[] waiting = [.. Enumerable.Range(0, 30).Select(_ => Task.Run(broker.ReceiveAsync))];
            await Parallel.ForEachAsync(Enumerable.Range(0, 30), async (number, _) => await broker.SendAsync($"{round}-{number}"));

            ServiceBusReceivedMessage[] received = await Task.WhenAll(waiting);

            received.DistinctBy(message => message.MessageId).Count().ShouldBe(30);
            await Task.WhenAll(received.Select(message => broker.Receiver.CompleteMessageAsync(message)));
        }
    }

    [Fact]
    public async Task ReceiveMessageAsync_CompetingClients_EachMessageGoesToOneOfThem()
    {
        const int Count = 300;
        await using RunningBroker broker = await RunningBroker.StartAsync();
        var seen = new ConcurrentBag<string>();
        Task[] consumers = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(ConsumeAsync))];

        await SendManyAsync(broker, Count);
        await Task.WhenAll(consumers);

        seen.Order().ShouldBe(Enumerable.Range(0, Count).Select(number => $"{number}").Order());

        async Task ConsumeAsync()
        {
            await using ServiceBusClient client = broker.NewClient();
            await using ServiceBusReceiver receiver = client.CreateReceiver(RunningBroker.QueueName);
            while (seen.Count < Count)
            {
                if (await receiver.ReceiveMessageAsync(RunningBroker.Moment) is { } message)
                {
                    await receiver.CompleteMessageAsync(message);
                    seen.Add(message.MessageId);
                }
            }
        }
    }

    [Fact]
    public async Task ServiceBusProcessor_ManyMessages_HandlesAll()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        var handled = new ConcurrentDictionary<string, int>();
        await using ServiceBusProcessor processor = broker.Client.CreateProcessor(RunningBroker.QueueName, new ServiceBusProcessorOptions { MaxConcurrentCalls = 8 });
        processor.ProcessMessageAsync += arguments =>
        {
            handled.AddOrUpdate(arguments.Message.MessageId, 1, (_, times) => times + 1);
            return Task.CompletedTask;
        };
        processor.ProcessErrorAsync += _ => Task.CompletedTask;
        await processor.StartProcessingAsync();

        await SendManyAsync(broker, 100);

        await Eventually.BecomesTrueAsync(async () => await broker.Receiver.PeekMessageAsync(fromSequenceNumber: 0) is null, "the queue is empty");
        await processor.StopProcessingAsync();
        handled.Count.ShouldBe(100);
        handled.Values.ShouldAllBe(times => times == 1);
    }

    [Fact]
    public async Task ServiceBusProcessor_TakesFewerMessagesAtATimeFromNowOn_GoesOn()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        int handled = 0;
        await using ServiceBusProcessor processor = broker.Client.CreateProcessor(RunningBroker.QueueName, new ServiceBusProcessorOptions { PrefetchCount = 100 });
        processor.ProcessMessageAsync += _ =>
        {
            Interlocked.Increment(ref handled);
            return Task.CompletedTask;
        };
        processor.ProcessErrorAsync += _ => Task.CompletedTask;
        await processor.StartProcessingAsync();

        for (int sent = 1; sent <= 5; sent++)
        {
            await broker.SendAsync($"{sent}");
            await Eventually.BecomesTrueAsync(() => Volatile.Read(ref handled) == sent, $"message {sent} is handled");
            processor.UpdatePrefetchCount(50);
        }
    }

    [Fact]
    public async Task AcceptSessionAsync_QueueWithoutSessions_IsRefused()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();

        await Should.ThrowAsync<NotSupportedException>(broker.Client.AcceptSessionAsync(RunningBroker.QueueName, "session"));
    }

    [Fact]
    public async Task DeferMessageAsync_Locked_IsRefusedAndTheLockStays()
    {
        await using RunningBroker broker = await RunningBroker.StartAsync();
        await broker.SendAsync("a");
        ServiceBusReceivedMessage held = await broker.ReceiveAsync();

        await Should.ThrowAsync<NotSupportedException>(broker.Receiver.DeferMessageAsync(held));

        await broker.Receiver.CompleteMessageAsync(held);
    }

    private static async Task SendManyAsync(RunningBroker broker, int count)
    {
        foreach (int number in Enumerable.Range(0, count))
        {
            await broker.SendAsync($"{number}");
        }
    }
}
