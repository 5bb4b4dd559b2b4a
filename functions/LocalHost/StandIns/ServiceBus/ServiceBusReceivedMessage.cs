using System.Collections.ObjectModel;

namespace Azure.Messaging.ServiceBus;

/// <summary>A message as a receiver gets it; tests make one with <see cref="ServiceBusModelFactory"/>.</summary>
public class ServiceBusReceivedMessage
{
    internal ServiceBusReceivedMessage()
    {
    }

    public BinaryData Body { get; internal init; } = BinaryData.FromString(string.Empty);

    public string MessageId { get; internal init; } = string.Empty;

    public string CorrelationId { get; internal init; } = string.Empty;

    public string Subject { get; internal init; } = string.Empty;

    public string ContentType { get; internal init; } = string.Empty;

    public IReadOnlyDictionary<string, object> ApplicationProperties { get; internal init; } = ReadOnlyDictionary<string, object>.Empty;

    public string LockToken { get; internal init; } = string.Empty;

    public DateTimeOffset LockedUntil { get; internal init; }

    /// <summary>How often the message was delivered, this delivery included.</summary>
    public int DeliveryCount { get; internal init; }

    public long SequenceNumber { get; internal init; }

    public DateTimeOffset EnqueuedTime { get; internal init; }

    public string DeadLetterSource { get; internal init; } = string.Empty;

    public string DeadLetterReason { get; internal init; } = string.Empty;

    public string DeadLetterErrorDescription { get; internal init; } = string.Empty;

    public ServiceBusMessageState State { get; internal init; }
}
