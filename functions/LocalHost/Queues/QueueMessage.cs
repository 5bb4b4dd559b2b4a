namespace LocalHost.Queues;

/// <summary>A message as a local queue stores it.</summary>
public sealed record QueueMessage
{
    public required string MessageId { get; init; }

    public required byte[] Body { get; init; }

    public string? CorrelationId { get; init; }

    public string? Subject { get; init; }

    public string? ContentType { get; init; }

    public Dictionary<string, string> Properties { get; init; } = [];

    /// <summary>Given by the queue, rising.</summary>
    public long SequenceNumber { get; init; }

    public DateTimeOffset EnqueuedTime { get; init; }

    /// <summary>How often the message was handed out.</summary>
    public int DeliveryCount { get; init; }

    public string? DeadLetterReason { get; init; }

    public string? DeadLetterErrorDescription { get; init; }
}
