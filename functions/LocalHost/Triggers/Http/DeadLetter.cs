namespace LocalHost.Triggers.Http;

/// <summary>A dead letter as operators read it.</summary>
public sealed record DeadLetter(
    long SequenceNumber, string MessageId, DateTimeOffset EnqueuedTime, int DeliveryCount, string? Reason, string? Description, string Body);
