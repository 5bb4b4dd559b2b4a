using Ksef.Client;

namespace KsefFunctions.Budget;

/// <summary>What is left of a context's budget at one moment, to plan by. Windows of one second are left out: they are waited out on the way.</summary>
/// <param name="windows">The budget.</param>
/// <param name="limits">The limits that the app keeps to.</param>
/// <param name="share">What of them is left to people.</param>
/// <param name="now">The moment.</param>
public sealed class BudgetView(CallWindows windows, RateLimits limits, decimal share, DateTimeOffset now)
{
    /// <summary>When it was read.</summary>
    public DateTimeOffset At => now;

    /// <summary>Calls of the kind that may be made now; <see cref="int.MaxValue"/> where nothing limits them.</summary>
    /// <param name="operation">One of <see cref="SessionOperation"/>, for example.</param>
    public int Free(string operation)
    {
        var (calls, planned) = Of(operation);
        return calls.BlockedFor(now) > TimeSpan.Zero ? 0 : planned.Select(one => Math.Max(0, one.Calls - calls.Used(one.Window, now))).Append(int.MaxValue).Min();
    }

    /// <summary>When that many calls of the kind may be made, if nobody else makes any; more than a window holds wait until it is empty.</summary>
    /// <param name="operation">One of <see cref="SessionOperation"/>, for example.</param>
    /// <param name="calls">How many, at least one.</param>
    public DateTimeOffset FreeAt(string operation, int calls)
    {
        var (made, planned) = Of(operation);
        return now + made.WaitFor(calls, planned, now);
    }

    /// <summary>Calls of the kind that the app may make in an hour; <see cref="int.MaxValue"/> where nothing limits them.</summary>
    /// <param name="operation">One of <see cref="SessionOperation"/>, for example.</param>
    public int HourlyOf(string operation) => Of(operation).Planned.Where(one => one.Window == LimitWindows.Hour).Select(one => one.Calls).Append(int.MaxValue).Min();

    /// <summary>Calls of the kind's group during the last hour.</summary>
    /// <param name="operation">One of <see cref="SessionOperation"/>, for example.</param>
    public int UsedInAnHour(string operation) => Of(operation).Calls.Used(LimitWindows.Hour, now);

    /// <summary>When a call of the kind's group was reserved last, to ten seconds; null when none was during the last hour.</summary>
    /// <param name="operation">One of <see cref="SessionOperation"/>, for example.</param>
    public DateTimeOffset? LastAt(string operation) => Of(operation).Calls.Calls is [.., var last] ? DateTimeOffset.FromUnixTimeMilliseconds(last.At) : null;

    /// <summary>Whether two kinds of calls count against the same limit.</summary>
    /// <param name="one">One of <see cref="SessionOperation"/>, for example.</param>
    /// <param name="other">Another.</param>
    public bool ShareALimit(string one, string other) => windows.Limits.GroupOf(one) == windows.Limits.GroupOf(other);

    private (GroupCalls Calls, IEnumerable<(TimeSpan Window, int Calls)> Planned) Of(string operation)
    {
        var group = windows.Limits.GroupOf(operation);
        return (windows.Of(group), LimitWindows.Planned(limits.Groups.GetValueOrDefault(group), share));
    }
}
