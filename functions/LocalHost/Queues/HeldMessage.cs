namespace LocalHost.Queues;

/// <summary>A message in an open queue, with its lock where a receiver holds it.</summary>
internal sealed class HeldMessage(QueueMessage message)
{
    public QueueMessage Message { get; private set; } = message;

    public string LockToken { get; private set; } = string.Empty;

    public DateTimeOffset LockedUntil { get; set; } = DateTimeOffset.MinValue;

    public void Lock(QueueMessage counted, string token, DateTimeOffset until)
    {
        Message = counted;
        LockToken = token;
        LockedUntil = until;
    }

    public void Release()
    {
        LockToken = string.Empty;
        LockedUntil = DateTimeOffset.MinValue;
    }
}
