using LocalHost.Durable.History;

namespace LocalHost.Durable.Replay;

/// <summary>
/// Events from outside: kept in order until somebody waits, names regardless of case. As in the original, the newest of several waiters is served
/// first, and a wait that was cancelled still takes the next event with it unless a newer wait came after it.
/// </summary>
internal sealed class ExternalEvents(PayloadConverter payloads, Action<string> onLost)
{
    private readonly Dictionary<string, Stack<Waiter>> _waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<EventRaised> _unclaimed = [];

    /// <summary>Events that nobody has waited for, oldest first.</summary>
    public IReadOnlyList<EventRaised> Unclaimed => _unclaimed;

    /// <summary>Whether somebody waits for an event that has not come.</summary>
    public bool AnyoneWaiting => _waiters.Values.Any(waiters => waiters.Any(waiter => !waiter.IsCancelled));

    /// <exception cref="ArgumentException">Somebody waits for an event of this name with another type.</exception>
    public Task<T> Wait<T>(string name, CancellationToken cancellationToken)
    {
        var task = new PendingTask<T>(name);
        if (!_waiters.TryGetValue(name, out var waiters))
        {
            _waiters[name] = waiters = new();
        }

        if (waiters.TryPeek(out var other) && other.Type != typeof(T))
        {
            throw new ArgumentException($"The event '{name}' is awaited as {other.Type} already and cannot be awaited as {typeof(T)}.", nameof(name));
        }

        waiters.Push(new Waiter(typeof(T), task, () => task.Task.IsCanceled));
        var index = _unclaimed.FindIndex(unclaimed => string.Equals(unclaimed.Name, name, StringComparison.OrdinalIgnoreCase));
        if (index >= 0)
        {
            var claimed = _unclaimed[index];
            _unclaimed.RemoveAt(index);
            Deliver(claimed);
        }

        cancellationToken.Register(() => task.Cancel(cancellationToken));
        return task.Task;
    }

    public void Deliver(EventRaised raised)
    {
        if (!_waiters.TryGetValue(raised.Name, out var waiters) || !waiters.TryPop(out var waiter))
        {
            _unclaimed.Add(raised);
            return;
        }

        if (waiter.IsCancelled)
        {
            onLost(raised.Name);
        }

        waiter.Task.Complete(raised.Input, payloads);
    }

    private sealed record Waiter(Type Type, PendingTask Task, Func<bool> Cancelled)
    {
        public bool IsCancelled => Cancelled();
    }
}
