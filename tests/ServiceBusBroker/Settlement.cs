using Amqp;
using Amqp.Framing;

namespace ServiceBusBroker;

/// <summary>What a receiver decides of a message that it has locked.</summary>
/// <param name="Outcome">Which of the ways the message goes.</param>
/// <param name="Properties">Application properties that it gets on its way; a dead letter's reason and description are among them.</param>
internal sealed record Settlement(SettlementOutcome Outcome, IReadOnlyList<KeyValuePair<string, object?>> Properties)
{
    /// <summary>The name under which <c>ServiceBusReceivedMessage.DeadLetterReason</c> finds it.</summary>
    public const string DeadLetterReason = "DeadLetterReason";

    /// <summary>The name under which <c>ServiceBusReceivedMessage.DeadLetterErrorDescription</c> finds it.</summary>
    public const string DeadLetterErrorDescription = "DeadLetterErrorDescription";

    /// <summary>Reads the outcome of a delivery as <c>ServiceBusReceiver</c> states it.</summary>
    /// <exception cref="AmqpException">The message is to be deferred, or to become part of a transaction.</exception>
    public static Settlement From(DeliveryState? state) => state switch
    {
        Accepted => new Settlement(SettlementOutcome.Complete, []),
        Released => new Settlement(SettlementOutcome.Release, []),
        Modified { UndeliverableHere: false } modified => new Settlement(SettlementOutcome.Abandon, Read(modified.MessageAnnotations)),
        Rejected rejected => new Settlement(SettlementOutcome.DeadLetter, Read(rejected.Error?.Info)),
        _ => throw new AmqpException(ErrorCode.NotImplemented, "Deferred messages and transactions are not served by this broker."),
    };

    public static IReadOnlyList<KeyValuePair<string, object?>> DeadLetter(string? reason, string? description) =>
    [
        .. new[] { KeyValuePair.Create<string, object?>(DeadLetterReason, reason), KeyValuePair.Create<string, object?>(DeadLetterErrorDescription, description) }
            .Where(property => property.Value is not null),
    ];

    public static IReadOnlyList<KeyValuePair<string, object?>> Read(IEnumerable<KeyValuePair<object, object>>? map) =>
        [.. (map ?? []).Select(pair => KeyValuePair.Create<string, object?>(pair.Key.ToString()!, pair.Value))];
}

/// <summary>The ways of a locked message.</summary>
internal enum SettlementOutcome
{
    /// <summary>It is handled and goes.</summary>
    Complete,

    /// <summary>It comes back, and the delivery counts as failed.</summary>
    Abandon,

    /// <summary>It comes back as if it had never been delivered: the client had nobody who waited for it.</summary>
    Release,

    /// <summary>It moves to the dead-letter queue.</summary>
    DeadLetter,
}
