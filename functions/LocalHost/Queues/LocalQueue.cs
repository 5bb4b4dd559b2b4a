using System.Globalization;

namespace LocalHost.Queues;

/// <summary>
/// A queue with Service Bus's ways: locks, delivery counts, dead letters, duplicate detection. Its messages are blobs and outlive the process;
/// its locks end with the process, which is the only receiver.
/// </summary>
public sealed class LocalQueue : IDisposable
{
    internal const string TooManyDeliveries = "MaxDeliveryCountExceeded";

    private readonly QueueBlobs _blobs;
    private readonly LocalQueueOptions _options;
    private readonly TimeProvider _time;
    private readonly Func<QueueMessage, CancellationToken, Task>? _poison;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly SortedDictionary<long, HeldMessage> _active = [];
    private readonly Dictionary<string, DateTimeOffset> _recentIds = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastSequenceNumber;
    private long _lastLock;

    internal LocalQueue(
        string name, QueueBlobs blobs, LocalQueueOptions options, TimeProvider time, Func<QueueMessage, CancellationToken, Task>? poison)
    {
        Name = name;
        _blobs = blobs;
        _options = options;
        _time = time;
        _poison = poison;
    }

    public string Name { get; }

    /// <summary>Adds a message.</summary>
    /// <returns>False where duplicate detection dropped it.</returns>
    public async Task<bool> SendAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        using (await EnterAsync(cancellationToken))
        {
            DateTimeOffset now = _time.GetUtcNow();
            if (_options.DuplicateDetectionWindow is { } window &&
                _recentIds.TryGetValue(message.MessageId, out DateTimeOffset earlier) && now - earlier < window)
            {
                return false;
            }

            QueueMessage stored = message with { SequenceNumber = ++_lastSequenceNumber, EnqueuedTime = now, DeliveryCount = 0 };
            await _blobs.WriteActiveAsync(stored, cancellationToken);
            Hold(stored);
            return true;
        }
    }

    /// <summary>Waits for a message, counts the delivery and locks it.</summary>
    public async Task<LockedMessage> ReceiveAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            TimeSpan patience;
            using (await EnterAsync(cancellationToken))
            {
                if (await TryLockAsync(cancellationToken) is { } locked)
                {
                    return locked;
                }

                changed = _changed.Task;
                patience = _active.Count == 0 ? Timeout.InfiniteTimeSpan : _active.Values.Min(held => held.LockedUntil) - _time.GetUtcNow();
            }

            await WaitAsync(changed, patience, cancellationToken);
        }
    }

    /// <summary>Removes a handled message.</summary>
    /// <exception cref="MessageLockLostException">Nothing was removed.</exception>
    public async Task CompleteAsync(LockedMessage message, CancellationToken cancellationToken)
    {
        using (await EnterAsync(cancellationToken))
        {
            DemandLock(message);
            if (_options.DuplicateDetectionWindow is not null)
            {
                await _blobs.RememberAsync(message.Message, cancellationToken);
            }

            await RemoveActiveAsync(message.Message, cancellationToken);
        }
    }

    /// <summary>Gives a message back, to be handed out again at once, unless it has been handed out too often.</summary>
    /// <exception cref="MessageLockLostException">Somebody else may hold it.</exception>
    public async Task AbandonAsync(LockedMessage message, CancellationToken cancellationToken)
    {
        using (await EnterAsync(cancellationToken))
        {
            HeldMessage held = DemandLock(message);
            held.Release();
            if (held.Message.DeliveryCount >= _options.MaxDeliveryCount)
            {
                await GiveUpAsync(held.Message, cancellationToken);
            }

            Pulse();
        }
    }

    /// <summary>Moves a message to the dead-letter queue.</summary>
    /// <exception cref="MessageLockLostException">Nothing was moved.</exception>
    public async Task DeadLetterAsync(LockedMessage message, string? reason, string? description, CancellationToken cancellationToken)
    {
        using (await EnterAsync(cancellationToken))
        {
            HeldMessage held = DemandLock(message);
            await MoveToDeadAsync(held.Message with { DeadLetterReason = reason, DeadLetterErrorDescription = description }, cancellationToken);
        }
    }

    /// <summary>Holds a message for another lock duration.</summary>
    /// <exception cref="MessageLockLostException">It was too late.</exception>
    public async Task<DateTimeOffset> RenewLockAsync(LockedMessage message, CancellationToken cancellationToken)
    {
        using (await EnterAsync(cancellationToken))
        {
            return DemandLock(message).LockedUntil = _time.GetUtcNow() + _options.LockDuration;
        }
    }

    /// <summary>What lies in the dead-letter queue, oldest first.</summary>
    public IAsyncEnumerable<QueueMessage> PeekDeadLettersAsync(CancellationToken cancellationToken) => _blobs.ReadDeadAsync(cancellationToken);

    /// <summary>Takes a dead letter away, once an operator has dealt with it.</summary>
    public Task RemoveDeadLetterAsync(QueueMessage message, CancellationToken cancellationToken) => _blobs.DeleteDeadAsync(message, cancellationToken);

    public void Dispose() => _gate.Dispose();

    internal async Task LoadAsync(CancellationToken cancellationToken)
    {
        using (await EnterAsync(cancellationToken))
        {
            var settled = new HashSet<long>();
            await foreach (QueueMessage message in _blobs.ReadDeadAsync(cancellationToken))
            {
                settled.Add(message.SequenceNumber);
                Recall(message);
            }

            await foreach (QueueMessage message in _blobs.ReadRememberedAsync(cancellationToken))
            {
                settled.Add(message.SequenceNumber);
                Recall(message);
                if (_time.GetUtcNow() - message.EnqueuedTime >= (_options.DuplicateDetectionWindow ?? TimeSpan.Zero))
                {
                    await _blobs.ForgetAsync(message, cancellationToken);
                }
            }

            await foreach (QueueMessage message in _blobs.ReadActiveAsync(cancellationToken))
            {
                if (settled.Contains(message.SequenceNumber))
                {
                    await _blobs.DeleteActiveAsync(message, cancellationToken);
                    continue;
                }

                Hold(message);
            }
        }
    }

    private void Recall(QueueMessage message)
    {
        _lastSequenceNumber = Math.Max(_lastSequenceNumber, message.SequenceNumber);
        if (_options.DuplicateDetectionWindow is not null)
        {
            _recentIds[message.MessageId] = message.EnqueuedTime;
        }
    }

    private void Hold(QueueMessage message)
    {
        Recall(message);
        _active[message.SequenceNumber] = new HeldMessage(message);
        Pulse();
    }

    private async Task<LockedMessage?> TryLockAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = _time.GetUtcNow();
        foreach (HeldMessage held in _active.Values.Where(held => held.LockedUntil <= now).ToList())
        {
            if (held.Message.DeliveryCount >= _options.MaxDeliveryCount)
            {
                await GiveUpAsync(held.Message, cancellationToken);
                continue;
            }

            QueueMessage counted = held.Message with { DeliveryCount = held.Message.DeliveryCount + 1 };
            await _blobs.WriteActiveAsync(counted, cancellationToken);
            held.Lock(counted, (++_lastLock).ToString(CultureInfo.InvariantCulture), now + _options.LockDuration);
            return new LockedMessage(held.Message, held.LockToken, held.LockedUntil);
        }

        return null;
    }

    private async Task GiveUpAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        if (_poison is not null)
        {
            await _poison(message, cancellationToken);
            await RemoveActiveAsync(message, cancellationToken);
            return;
        }

        string description = $"Message could not be consumed after {message.DeliveryCount} delivery attempts.";
        await MoveToDeadAsync(message with { DeadLetterReason = TooManyDeliveries, DeadLetterErrorDescription = description }, cancellationToken);
    }

    // Written to its new place before it leaves the old one: a crash in between repeats the move, it loses nothing.
    private async Task MoveToDeadAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        await _blobs.WriteDeadAsync(message, cancellationToken);
        await RemoveActiveAsync(message, cancellationToken);
    }

    private async Task RemoveActiveAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        await _blobs.DeleteActiveAsync(message, cancellationToken);
        _active.Remove(message.SequenceNumber);
    }

    private HeldMessage DemandLock(LockedMessage message) =>
        _active.TryGetValue(message.Message.SequenceNumber, out HeldMessage? held) && held.LockToken == message.LockToken && held.LockedUntil > _time.GetUtcNow()
            ? held
            : throw new MessageLockLostException(message.Message.MessageId);

    private async Task<Gate> EnterAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        return new Gate(_gate);
    }

    private void Pulse()
    {
        TaskCompletionSource changed = _changed;
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.SetResult();
    }

    private async Task WaitAsync(Task changed, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        TimeSpan delay = patience == Timeout.InfiniteTimeSpan || patience > TimeSpan.Zero ? patience : TimeSpan.Zero;
        await Task.WhenAny(changed, Task.Delay(delay, _time, enough.Token));
        await enough.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private readonly struct Gate(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
