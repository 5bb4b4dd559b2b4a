using System.Text.Json.Serialization;

namespace ServiceBusBroker;

/// <summary>A message as the journal has it: one line for each of its states, the last one is the true one.</summary>
internal sealed record MessageRecord
{
    /// <summary>Name of the queue, also where the message lies in its dead-letter queue.</summary>
    public required string Queue { get; init; }

    public required long SequenceNumber { get; init; }

    public required DateTimeOffset EnqueuedTime { get; init; }

    /// <summary>For duplicate detection; null where the sender gave none.</summary>
    public string? MessageId { get; init; }

    /// <summary>Deliveries that failed.</summary>
    public int DeliveryCount { get; init; }

    public bool IsDeadLettered { get; init; }

    /// <summary>The encoded AMQP message, without what the broker adds on delivery; null where it has been settled and only its id is remembered.</summary>
    public byte[]? Content { get; init; }
}

/// <summary>JSON of the journal's lines.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(MessageRecord))]
internal sealed partial class MessageJson : JsonSerializerContext;
