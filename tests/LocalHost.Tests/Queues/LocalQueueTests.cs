using LocalHost.Queues;
using LocalHost.Tests.Azurite;

namespace LocalHost.Tests.Queues;

[Collection(AzuriteCollection.Name)]
public sealed class LocalQueueTests(AzuriteFixture azurite) : IAsyncDisposable
{
    private static int _names;

    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly string _name = $"queue-{Interlocked.Increment(ref _names)}";
    private readonly List<LocalQueues> _opened = [];

    public async ValueTask DisposeAsync()
    {
        foreach (LocalQueues queues in _opened)
        {
            await queues.DisposeAsync();
        }
    }

    [Fact]
    public async Task ReceiveAsync_MessagesSent_ComeInOrderAndLocked()
    {
        LocalQueue queue = await OpenAsync();
        await queue.SendAsync(Message("a"), CancellationToken.None);
        await queue.SendAsync(Message("b"), CancellationToken.None);

        LockedMessage first = await queue.ReceiveAsync(CancellationToken.None);
        LockedMessage second = await queue.ReceiveAsync(CancellationToken.None);

        first.Message.MessageId.ShouldBe("a");
        first.Message.DeliveryCount.ShouldBe(1);
        second.Message.MessageId.ShouldBe("b");
    }

    [Fact]
    public async Task ReceiveAsync_Waiting_GetsTheNextMessageSent()
    {
        LocalQueue queue = await OpenAsync();
        Task<LockedMessage> receiving = queue.ReceiveAsync(CancellationToken.None);

        await queue.SendAsync(Message("a"), CancellationToken.None);

        (await receiving).Message.MessageId.ShouldBe("a");
    }

    [Fact]
    public async Task ReceiveAsync_LockRunsOut_DeliversAgainAndTheFirstReceiverIsTooLate()
    {
        LocalQueue queue = await OpenAsync();
        await queue.SendAsync(Message("a"), CancellationToken.None);
        LockedMessage first = await queue.ReceiveAsync(CancellationToken.None);
        Task<LockedMessage> receiving = queue.ReceiveAsync(CancellationToken.None);
        await Eventually.BecomesTrueAsync(() => _time.WaitingTimers == 1, "the receiver waits for the lock");

        _time.Advance(LocalQueueOptions.ServiceBus.LockDuration);

        (await receiving).Message.DeliveryCount.ShouldBe(2);
        await Should.ThrowAsync<MessageLockLostException>(queue.CompleteAsync(first, CancellationToken.None));
    }

    [Fact]
    public async Task RenewLockAsync_BeforeTheLockRunsOut_HoldsIt()
    {
        LocalQueue queue = await OpenAsync();
        await queue.SendAsync(Message("a"), CancellationToken.None);
        LockedMessage locked = await queue.ReceiveAsync(CancellationToken.None);
        _time.Advance(LocalQueueOptions.ServiceBus.LockDuration / 2);
        await queue.RenewLockAsync(locked, CancellationToken.None);
        _time.Advance(LocalQueueOptions.ServiceBus.LockDuration / 2);

        await queue.CompleteAsync(locked, CancellationToken.None);
    }

    [Fact]
    public async Task AbandonAsync_TooOften_GoesToTheDeadLetters()
    {
        LocalQueue queue = await OpenAsync();
        await queue.SendAsync(Message("a"), CancellationToken.None);
        for (int delivery = 1; delivery <= LocalQueueOptions.ServiceBus.MaxDeliveryCount; delivery++)
        {
            await queue.AbandonAsync(await queue.ReceiveAsync(CancellationToken.None), CancellationToken.None);
        }

        QueueMessage dead = (await DeadLettersAsync(queue)).Single();
        dead.DeadLetterReason.ShouldBe("MaxDeliveryCountExceeded");
        dead.DeliveryCount.ShouldBe(LocalQueueOptions.ServiceBus.MaxDeliveryCount);
    }

    [Fact]
    public async Task AbandonAsync_StorageQueueTooOften_GoesToThePoisonQueue()
    {
        LocalQueues queues = Open();
        LocalQueue queue = await queues.StorageAsync(_name);
        await queue.SendAsync(Message("a"), CancellationToken.None);
        for (int delivery = 1; delivery <= 5; delivery++)
        {
            await queue.AbandonAsync(await queue.ReceiveAsync(CancellationToken.None), CancellationToken.None);
        }

        LockedMessage poison = await (await queues.StorageAsync($"{_name}-poison")).ReceiveAsync(CancellationToken.None);
        poison.Message.Body.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task DeadLetterAsync_WithReason_CanBeListedAndRemoved()
    {
        LocalQueue queue = await OpenAsync();
        await queue.SendAsync(Message("a"), CancellationToken.None);
        await queue.DeadLetterAsync(await queue.ReceiveAsync(CancellationToken.None), "KSF-3001", "what happened", CancellationToken.None);

        QueueMessage dead = (await DeadLettersAsync(queue)).Single();
        dead.DeadLetterReason.ShouldBe("KSF-3001");
        dead.DeadLetterErrorDescription.ShouldBe("what happened");

        await queue.RemoveDeadLetterAsync(dead, CancellationToken.None);
        (await DeadLettersAsync(queue)).ShouldBeEmpty();
    }

    [Fact]
    public async Task SendAsync_SameIdAgain_IsDroppedUntilTheWindowIsOver()
    {
        LocalQueue queue = await OpenAsync();
        await queue.SendAsync(Message("a"), CancellationToken.None);
        await queue.CompleteAsync(await queue.ReceiveAsync(CancellationToken.None), CancellationToken.None);

        (await queue.SendAsync(Message("a"), CancellationToken.None)).ShouldBeFalse();
        _time.Advance(TimeSpan.FromMinutes(10));
        (await queue.SendAsync(Message("a"), CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task ReceiveAsync_AfterARestart_DeliversWhatWasHeldAndRemembersTheRest()
    {
        LocalQueue before = await OpenAsync();
        await before.SendAsync(Message("done"), CancellationToken.None);
        await before.CompleteAsync(await before.ReceiveAsync(CancellationToken.None), CancellationToken.None);
        await before.SendAsync(Message("dead"), CancellationToken.None);
        await before.DeadLetterAsync(await before.ReceiveAsync(CancellationToken.None), "why", null, CancellationToken.None);
        await before.SendAsync(Message("held"), CancellationToken.None);
        await before.ReceiveAsync(CancellationToken.None);

        LocalQueue after = await OpenAsync();

        LockedMessage held = await after.ReceiveAsync(CancellationToken.None);
        held.Message.MessageId.ShouldBe("held");
        held.Message.DeliveryCount.ShouldBe(2);
        (await after.SendAsync(Message("done"), CancellationToken.None)).ShouldBeFalse();
        (await after.SendAsync(Message("dead"), CancellationToken.None)).ShouldBeFalse();
        (await DeadLettersAsync(after)).Single().MessageId.ShouldBe("dead");
    }

    private static QueueMessage Message(string id) => new() { MessageId = id, Body = [1, 2, 3] };

    private static async Task<List<QueueMessage>> DeadLettersAsync(LocalQueue queue)
    {
        var messages = new List<QueueMessage>();
        await foreach (QueueMessage message in queue.PeekDeadLettersAsync(CancellationToken.None))
        {
            messages.Add(message);
        }

        return messages;
    }

    private Task<LocalQueue> OpenAsync() => Open().ServiceBusAsync(_name);

    private LocalQueues Open()
    {
        var queues = new LocalQueues(azurite.Blobs, _time);
        _opened.Add(queues);
        return queues;
    }
}
