namespace Benchmarks.Day;

/// <summary>A clock that jumps to whatever comes next: a day passes as fast as it can be reckoned.</summary>
internal sealed class SimulatedClock(DateTimeOffset start)
{
    private readonly PriorityQueue<Action, (DateTimeOffset At, long Number)> _events = new();
    private long _number;

    public DateTimeOffset Now { get; private set; } = start;

    /// <summary>Has something happen; what is to happen at one moment happens in the order of the calls.</summary>
    public void At(DateTimeOffset at, Action action) => _events.Enqueue(action, (at, _number++));

    public void After(TimeSpan wait, Action action) => At(Now + wait, action);

    /// <summary>Lets time pass until nothing more happens.</summary>
    public void Run()
    {
        while (_events.TryDequeue(out var action, out var due))
        {
            Now = due.At;
            action();
        }
    }
}
