using System.Globalization;
using Amqp;
using Amqp.Framing;
using Amqp.Types;

namespace ServiceBusBroker;

/// <summary>
/// What the broker reads from and writes into an AMQP message, by
/// <see href="https://learn.microsoft.com/azure/service-bus-messaging/service-bus-amqp-protocol-guide#messages">the protocol guide of Service Bus</see>.
/// </summary>
internal static class AmqpContent
{
    /// <summary>Annotation of a delivery: its lock token, which the client also finds in the delivery's tag.</summary>
    public static readonly Symbol LockToken = "x-opt-lock-token";

    /// <summary>Format of a message whose data sections are messages: a batch of <c>ServiceBusSender</c>.</summary>
    private const uint BatchFormat = 0x80013700;

    private static readonly Symbol ScheduledEnqueueTime = "x-opt-scheduled-enqueue-time";

    /// <summary>The messages of a transfer.</summary>
    /// <exception cref="AmqpException">A message wants what this broker cannot give, and would get something else in silence.</exception>
    public static IReadOnlyList<Message> Unpack(Message message)
    {
        IReadOnlyList<Message> messages = message.Format != BatchFormat ? [message] : message.BodySection switch
        {
            DataList list => [.. Enumerable.Range(0, list.Count).Select(index => Decode(list[index].Binary))],
            Data data => [Decode(data.Binary)],
            _ => throw new AmqpException(ErrorCode.DecodeError, "A batch consists of data sections."),
        };
        if (messages.Any(each => each.Header is { Ttl: not uint.MaxValue }))
        {
            throw new AmqpException(ErrorCode.NotImplemented, "Messages with a time to live are not served by this broker.");
        }

        return messages.Any(each => each.MessageAnnotations?.Map.ContainsKey(ScheduledEnqueueTime) is true)
            ? throw new AmqpException(ErrorCode.NotImplemented, "Scheduled messages are not served by this broker.")
            : messages;
    }

    public static string? IdOf(Message message) => Convert.ToString(message.Properties?.GetMessageId(), CultureInfo.InvariantCulture) is { Length: > 0 } id ? id : null;

    public static byte[] Encode(Message message)
    {
        ByteBuffer buffer = message.Encode();
        return buffer.Buffer.AsSpan(buffer.Offset, buffer.Length).ToArray();
    }

    /// <summary>The message with these application properties, which replace those of the same names.</summary>
    public static byte[] WithProperties(byte[] content, IEnumerable<KeyValuePair<string, object?>> properties)
    {
        Message message = Decode(content);
        message.ApplicationProperties ??= new ApplicationProperties();
        foreach ((string name, object? value) in properties)
        {
            message.ApplicationProperties[name] = value;
        }

        return Encode(message);
    }

    /// <summary>What a receiver gets, with the lock where there is one.</summary>
    public static Message ForReceiver(QueuedMessage queued)
    {
        Message message = ForPeek(queued.Record);
        if (queued.LockToken is Guid token)
        {
            message.MessageAnnotations[(Symbol)"x-opt-locked-until"] = queued.LockedUntil.UtcDateTime;
            message.DeliveryAnnotations = new DeliveryAnnotations();
            message.DeliveryAnnotations[LockToken] = token;
        }

        return message;
    }

    /// <summary>What somebody gets who only looks.</summary>
    public static Message ForPeek(MessageRecord record)
    {
        Message message = Decode(record.Content!);
        message.Header ??= new Header();
        message.Header.DeliveryCount = (uint)record.DeliveryCount;
        message.MessageAnnotations ??= new MessageAnnotations();
        message.MessageAnnotations[(Symbol)"x-opt-sequence-number"] = record.SequenceNumber;
        message.MessageAnnotations[(Symbol)"x-opt-enqueued-time"] = record.EnqueuedTime.UtcDateTime;
        return message;
    }

    private static Message Decode(byte[] content) => Message.Decode(new ByteBuffer(content, 0, content.Length, content.Length));
}
