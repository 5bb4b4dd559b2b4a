namespace ServiceBusBroker;

/// <summary>
/// The ids of the messages of a queue's last while:
/// <see href="https://learn.microsoft.com/azure/service-bus-messaging/duplicate-detection">a message whose id is among them is accepted and dropped</see>.
/// </summary>
internal sealed class DuplicateDetection(TimeSpan window)
{
    private readonly Dictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);
    private readonly Queue<(string Id, DateTimeOffset At)> _order = new();

    public bool IsOn => window > TimeSpan.Zero;

    public bool IsKnown(string? messageId, DateTimeOffset now)
    {
        while (_order.TryPeek(out (string Id, DateTimeOffset At) oldest) && now - oldest.At >= window)
        {
            _order.Dequeue();
            _seen.Remove(oldest.Id);
        }

        return messageId is not null && _seen.ContainsKey(messageId);
    }

    public void Remember(string? messageId, DateTimeOffset at)
    {
        if (IsOn && messageId is not null && _seen.TryAdd(messageId, at))
        {
            _order.Enqueue((messageId, at));
        }
    }
}
