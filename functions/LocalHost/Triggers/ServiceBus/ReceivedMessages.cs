using System.Globalization;
using Azure.Messaging.ServiceBus;
using LocalHost.Queues;

namespace LocalHost.Triggers.ServiceBus;

/// <summary>Shows a message of a local queue as the Service Bus SDK does.</summary>
internal static class ReceivedMessages
{
    public static ServiceBusReceivedMessage From(LockedMessage locked) => new()
    {
        Body = new BinaryData(locked.Message.Body),
        MessageId = locked.Message.MessageId,
        CorrelationId = locked.Message.CorrelationId ?? string.Empty,
        Subject = locked.Message.Subject ?? string.Empty,
        ContentType = locked.Message.ContentType ?? string.Empty,
        ApplicationProperties = locked.Message.Properties.ToDictionary(property => property.Key, property => (object)property.Value),
        LockToken = long.Parse(locked.LockToken, CultureInfo.InvariantCulture).ToString("d12", CultureInfo.InvariantCulture),
        LockedUntil = locked.LockedUntil,
        DeliveryCount = locked.Message.DeliveryCount,
        SequenceNumber = locked.Message.SequenceNumber,
        EnqueuedTime = locked.Message.EnqueuedTime,
    };
}
