namespace ServiceBusBroker;

/// <summary>A message in a queue, with its lock where a receiver holds it.</summary>
internal sealed class QueuedMessage(MessageRecord record)
{
    public MessageRecord Record { get; set; } = record;

    /// <summary>Null where any receiver may have the message.</summary>
    public Guid? LockToken { get; set; }

    public DateTimeOffset LockedUntil { get; set; }
}
