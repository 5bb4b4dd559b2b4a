namespace LocalHost.Queues;

/// <summary>How a queue hands out its messages and what becomes of those that nobody can handle.</summary>
public sealed record LocalQueueOptions
{
    /// <summary>As a Service Bus queue is set up by default.</summary>
    public static LocalQueueOptions ServiceBus { get; } = new() { DuplicateDetectionWindow = TimeSpan.FromMinutes(10) };

    /// <summary>As a storage queue behind a queue trigger: five tries, then the queue <c>{name}-poison</c>.</summary>
    public static LocalQueueOptions Storage { get; } = new() { MaxDeliveryCount = 5, LockDuration = TimeSpan.FromMinutes(10), HasPoisonQueue = true };

    /// <summary>Deliveries after which a message is given up.</summary>
    public int MaxDeliveryCount { get; init; } = 10;

    /// <summary>How long a receiver has before the message is handed out again.</summary>
    public TimeSpan LockDuration { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a message id is remembered; null lets the same id in again at once.</summary>
    public TimeSpan? DuplicateDetectionWindow { get; init; }

    /// <summary>Given-up messages go to another queue instead of the dead-letter queue.</summary>
    public bool HasPoisonQueue { get; init; }
}
