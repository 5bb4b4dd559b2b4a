using System.Globalization;
using Amqp;

namespace ServiceBusBroker;

/// <summary>
/// A queue or the dead-letter queue of one, and who receives from it:
/// <see href="https://learn.microsoft.com/azure/service-bus-messaging/message-transfers-locks-settlement">transfers, locks and settlement</see>,
/// <see href="https://learn.microsoft.com/azure/service-bus-messaging/service-bus-dead-letter-queues">dead letters</see>,
/// <see href="https://learn.microsoft.com/azure/service-bus-messaging/duplicate-detection">duplicate detection</see>.
/// A lock outlives the link it was given to: what a dead receiver held comes back when the lock runs out, as it does on Azure.
/// </summary>
internal sealed partial class QueueEntity : IDisposable
{
    private readonly QueueDescription _description;
    private readonly Journal _journal;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Lock _gate;
    private readonly SortedDictionary<long, QueuedMessage> _messages = [];
    private readonly LinkedList<ReceiverLink> _receivers = [];
    private readonly DuplicateDetection _duplicates;
    private readonly MessageLocks _locks;
    private long _lastSequenceNumber;
    private bool _stopped;

    public QueueEntity(QueueDescription description, Journal journal, TimeProvider time, ILogger logger)
        : this(description, journal, time, logger, new Lock())
    {
        Address = description.Name;
        DeadLetters = new QueueEntity(description, journal, time, logger, _gate) { Address = $"{description.Name}/$deadletterqueue" };
        foreach (MessageRecord record in journal.Records.Where(record => string.Equals(record.Queue, Address, StringComparison.OrdinalIgnoreCase)))
        {
            Recall(record);
        }
    }

    private QueueEntity(QueueDescription description, Journal journal, TimeProvider time, ILogger logger, Lock gate)
    {
        _description = description;
        _journal = journal;
        _time = time;
        _logger = logger;
        _gate = gate;
        _duplicates = new DuplicateDetection(description.DuplicateDetectionWindow);
        _locks = new MessageLocks(description.LockDuration, time, ExpireLocks);
    }

    /// <summary>The AMQP node's name.</summary>
    public string Address { get; private init; } = string.Empty;

    /// <summary>Null for a dead-letter queue, which has none of its own.</summary>
    public QueueEntity? DeadLetters { get; }

    /// <summary>Keeps messages, all of them or none, but for those that were sent before.</summary>
    /// <exception cref="BrokerException">They could not be kept.</exception>
    public void Send(IReadOnlyList<Message> messages)
    {
        lock (_gate)
        {
            ThrowIfStopped();
            DateTimeOffset now = _time.GetUtcNow();
            MessageRecord[] records =
            [
                .. messages
                    .Select(message => (Message: message, Id: AmqpContent.IdOf(message)))
                    .Where(sent => !_duplicates.IsKnown(sent.Id, now))
                    .DistinctBy(sent => _duplicates.IsOn && sent.Id is not null ? sent.Id : (object)sent.Message)
                    .Select((sent, index) => new MessageRecord
                    {
                        Queue = _description.Name,
                        SequenceNumber = _lastSequenceNumber + 1 + index,
                        EnqueuedTime = now,
                        MessageId = sent.Id,
                        Content = AmqpContent.Encode(sent.Message),
                    }),
            ];
            _journal.Append(records);
            foreach (MessageRecord record in records)
            {
                Recall(record);
            }

            Dispatch();
        }
    }

    public void Attach(ReceiverLink receiver)
    {
        lock (_gate)
        {
            _receivers.AddLast(receiver);
        }
    }

    public void Detach(ReceiverLink receiver)
    {
        lock (_gate)
        {
            _receivers.Remove(receiver);
        }
    }

    /// <summary>Takes note of a receiver's credit and delivers what is there.</summary>
    public void Flow(Action update)
    {
        lock (_gate)
        {
            update();
            Dispatch();
        }
    }

    /// <summary>Settles a locked message.</summary>
    /// <exception cref="AmqpException">The lock has run out, or a dead letter would be dead-lettered.</exception>
    public void Settle(Guid lockToken, Settlement settlement)
    {
        lock (_gate)
        {
            ThrowIfStopped();
            QueuedMessage message = _locks.Demand(lockToken);
            switch (settlement.Outcome)
            {
                case SettlementOutcome.Complete:
                    Remove(message);
                    break;
                case SettlementOutcome.Abandon:
                    FailDelivery(message, settlement.Properties);
                    break;
                case SettlementOutcome.DeadLetter:
                    MoveToDeadLetters(message, settlement.Properties);
                    break;
                default:
                    _locks.Release(message);
                    break;
            }

            Dispatch();
        }
    }

    /// <summary>Holds a message for another lock duration.</summary>
    /// <returns>When the lock runs out now.</returns>
    /// <exception cref="AmqpException">It was too late.</exception>
    public DateTimeOffset RenewLock(Guid lockToken)
    {
        lock (_gate)
        {
            ThrowIfStopped();
            return _locks.Renew(lockToken);
        }
    }

    /// <summary>The messages from a sequence number on, locked ones too, oldest first.</summary>
    public IReadOnlyList<MessageRecord> Peek(long fromSequenceNumber, int count)
    {
        lock (_gate)
        {
            return [.. _messages.Values.Select(message => message.Record).Where(record => record.SequenceNumber >= fromSequenceNumber).Take(count)];
        }
    }

    /// <summary>Nothing changes from now on, whatever the links that are still open say.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _stopped = true;
            _locks.Dispose();
            DeadLetters?.Dispose();
        }
    }

    private void Recall(MessageRecord record)
    {
        _lastSequenceNumber = Math.Max(_lastSequenceNumber, record.SequenceNumber);
        _duplicates.Remember(record.MessageId, record.EnqueuedTime);
        if (record.Content is not null)
        {
            QueueEntity home = record.IsDeadLettered ? DeadLetters! : this;
            home._messages[record.SequenceNumber] = new QueuedMessage(record);
        }
    }

    private void Dispatch()
    {
        while (!_stopped && _receivers.FirstOrDefault(receiver => receiver.Credit > 0) is { } receiver &&
            _messages.Values.FirstOrDefault(message => message.LockToken is null) is { } message)
        {
            // The next message goes to somebody else, where somebody else waits too.
            _receivers.Remove(receiver);
            _receivers.AddLast(receiver);
            Deliver(message, receiver);
        }
    }

    private void Deliver(QueuedMessage message, ReceiverLink receiver)
    {
        if (receiver.SettlesOnSend)
        {
            Remove(message);
        }
        else
        {
            _locks.Take(message);
        }

        try
        {
            receiver.Transfer(AmqpContent.ForReceiver(message));
        }
        catch (Exception exception) when (exception is AmqpException or ObjectDisposedException)
        {
            // The link or its connection was closed at this moment.
            _receivers.Remove(receiver);
            _locks.Release(message);
        }
    }

    private void ExpireLocks()
    {
        lock (_gate)
        {
            try
            {
                foreach (QueuedMessage message in _stopped ? [] : _locks.FindExpired())
                {
                    FailDelivery(message, []);
                }

                _locks.ScheduleExpiry();
                Dispatch();
            }
            catch (BrokerException)
            {
                // The journal has told whoever watches the broker.
            }
        }
    }

    private void FailDelivery(QueuedMessage message, IReadOnlyList<KeyValuePair<string, object?>> properties)
    {
        MessageRecord failed = message.Record with
        {
            DeliveryCount = message.Record.DeliveryCount + 1,
            Content = properties.Count == 0 ? message.Record.Content : AmqpContent.WithProperties(message.Record.Content!, properties),
        };
        if (DeadLetters is not null && failed.DeliveryCount >= _description.MaxDeliveryCount)
        {
            string description = string.Create(CultureInfo.InvariantCulture, $"Message could not be consumed after {failed.DeliveryCount} delivery attempts.");
            message.Record = failed;
            MoveToDeadLetters(message, Settlement.DeadLetter("MaxDeliveryCountExceeded", description));
            LogGivenUp(failed.MessageId, Address, failed.DeliveryCount);
            return;
        }

        _journal.Append(failed);
        message.Record = failed;
        _locks.Release(message);
    }

    private void MoveToDeadLetters(QueuedMessage message, IReadOnlyList<KeyValuePair<string, object?>> properties)
    {
        QueueEntity deadLetters = DeadLetters ?? throw new AmqpException(ErrorCode.NotAllowed, "A message of a dead-letter queue cannot be dead-lettered.");
        MessageRecord dead = message.Record with { IsDeadLettered = true, Content = AmqpContent.WithProperties(message.Record.Content!, properties) };
        _journal.Append(dead);
        _locks.Release(message);
        _messages.Remove(dead.SequenceNumber);
        deadLetters._messages[dead.SequenceNumber] = new QueuedMessage(dead);
        deadLetters.Dispatch();
    }

    private void Remove(QueuedMessage message)
    {
        _journal.Append(message.Record with { Content = null });
        _locks.Release(message);
        _messages.Remove(message.Record.SequenceNumber);
    }

    private void ThrowIfStopped()
    {
        if (_stopped)
        {
            throw new AmqpException(ErrorCode.ConnectionForced, "The broker is stopping.");
        }
    }

    [LoggerMessage(EventId = 2401, Level = LogLevel.Warning, Message = "Message {MessageId} of queue {Queue} was given up after {DeliveryCount} deliveries")]
    private partial void LogGivenUp(string? messageId, string queue, int deliveryCount);
}
