namespace LocalHost.Queues;

/// <summary>A message that one receiver holds until it settles it or the lock runs out.</summary>
public sealed record LockedMessage(QueueMessage Message, string LockToken, DateTimeOffset LockedUntil);
