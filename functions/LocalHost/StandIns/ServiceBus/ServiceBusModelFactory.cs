using System.Collections.ObjectModel;

namespace Azure.Messaging.ServiceBus;

/// <summary>Makes messages for tests, as the real SDK's factory of the same name.</summary>
public static class ServiceBusModelFactory
{
    public static ServiceBusReceivedMessage ServiceBusReceivedMessage(
        BinaryData? body = default,
        string? messageId = default,
        string? partitionKey = default,
        string? viaPartitionKey = default,
        string? sessionId = default,
        string? replyToSessionId = default,
        TimeSpan timeToLive = default,
        string? correlationId = default,
        string? subject = default,
        string? to = default,
        string? contentType = default,
        string? replyTo = default,
        DateTimeOffset scheduledEnqueueTime = default,
        IDictionary<string, object>? properties = default,
        Guid lockTokenGuid = default,
        int deliveryCount = default,
        DateTimeOffset lockedUntil = default,
        long sequenceNumber = -1,
        string? deadLetterSource = default,
        long enqueuedSequenceNumber = default,
        DateTimeOffset enqueuedTime = default,
        ServiceBusMessageState serviceBusMessageState = ServiceBusMessageState.Active)
    {
        properties ??= new Dictionary<string, object>();
        return new ServiceBusReceivedMessage
        {
            Body = body ?? BinaryData.FromString(string.Empty),
            MessageId = messageId ?? string.Empty,
            CorrelationId = correlationId ?? string.Empty,
            Subject = subject ?? string.Empty,
            ContentType = contentType ?? string.Empty,
            ApplicationProperties = new ReadOnlyDictionary<string, object>(properties),
            LockToken = lockTokenGuid.ToString(),
            LockedUntil = lockedUntil,
            DeliveryCount = deliveryCount,
            SequenceNumber = sequenceNumber,
            EnqueuedTime = enqueuedTime,
            DeadLetterSource = deadLetterSource ?? string.Empty,
            DeadLetterReason = Text(properties, "DeadLetterReason"),
            DeadLetterErrorDescription = Text(properties, "DeadLetterErrorDescription"),
            State = serviceBusMessageState,
        };
    }

    private static string Text(IDictionary<string, object> properties, string key) =>
        properties.TryGetValue(key, out object? value) ? value as string ?? string.Empty : string.Empty;
}
