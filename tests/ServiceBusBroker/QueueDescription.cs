namespace ServiceBusBroker;

/// <summary>A queue and its settings, as a namespace of Service Bus has them.</summary>
/// <param name="Name">Its address, of any case; its dead-letter queue is <c>{Name}/$deadletterqueue</c>.</param>
/// <param name="LockDuration">How long a receiver has before the message is delivered again.</param>
/// <param name="MaxDeliveryCount">Deliveries that may fail before the message is dead-lettered.</param>
/// <param name="DuplicateDetectionWindow">How long a message id is remembered; zero lets the same id in again at once.</param>
public sealed record QueueDescription(string Name, TimeSpan LockDuration, int MaxDeliveryCount, TimeSpan DuplicateDetectionWindow);
