using System.Security.Cryptography;
using Amqp;

namespace ServiceBusBroker;

/// <summary>The locks of one queue. Callers hold the queue's lock.</summary>
internal sealed class MessageLocks : IDisposable
{
    private const string LockLost = "com.microsoft:message-lock-lost";

    private readonly TimeSpan _duration;
    private readonly TimeProvider _time;
    private readonly Dictionary<Guid, QueuedMessage> _held = [];
    private readonly ITimer _expiry;

    /// <param name="duration">How long a lock holds.</param>
    /// <param name="time">Its clock.</param>
    /// <param name="onExpiry">Called without the queue's lock, when locks may have run out.</param>
    public MessageLocks(TimeSpan duration, TimeProvider time, Action onExpiry)
    {
        _duration = duration;
        _time = time;
        _expiry = time.CreateTimer(_ => onExpiry(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Take(QueuedMessage message)
    {
        // Random, because the token is all that a settlement shows.
        Guid token = new(RandomNumberGenerator.GetBytes(16));
        message.LockToken = token;
        message.LockedUntil = _time.GetUtcNow() + _duration;
        _held[token] = message;
        ScheduleExpiry();
    }

    public void Release(QueuedMessage message)
    {
        if (message.LockToken is Guid token)
        {
            _held.Remove(token);
            message.LockToken = null;
        }
    }

    /// <summary>The message that is held by this token.</summary>
    /// <exception cref="AmqpException">No longer.</exception>
    public QueuedMessage Demand(Guid token) => _held.TryGetValue(token, out QueuedMessage? message) && message.LockedUntil > _time.GetUtcNow()
        ? message
        : throw new AmqpException(LockLost, "The lock has run out, or the message has been settled.");

    /// <summary>Starts a lock's time anew.</summary>
    /// <returns>When it runs out now.</returns>
    /// <exception cref="AmqpException">It was too late.</exception>
    public DateTimeOffset Renew(Guid token) => Demand(token).LockedUntil = _time.GetUtcNow() + _duration;

    /// <summary>The messages whose locks have run out; to be released, before the next expiry is scheduled.</summary>
    public IReadOnlyList<QueuedMessage> FindExpired()
    {
        DateTimeOffset now = _time.GetUtcNow();
        return [.. _held.Values.Where(message => message.LockedUntil <= now)];
    }

    public void ScheduleExpiry()
    {
        if (_held.Count > 0)
        {
            // Rounded up: a timer that fires too early would be set again for no time at all.
            double milliseconds = Math.Ceiling((_held.Values.Min(message => message.LockedUntil) - _time.GetUtcNow()).TotalMilliseconds);
            _expiry.Change(TimeSpan.FromMilliseconds(Math.Max(1, milliseconds)), Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose() => _expiry.Dispose();
}
