using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace KsefFunctions.Budget;

/// <summary>
/// The calls of one context in one group of calls during the last hour, and the wait that KSeF demanded. Never changed; arithmetic only.
/// A moment in the future was written before a clock was put back: it is taken as now.
/// </summary>
public sealed record GroupCalls
{
    // Of calls that only the hour's window still counts, ten seconds are one entry: an hour has 360 of them, whatever the limits are.
    private const long Grain = 10_000;
    private static readonly TimeSpan Fine = LimitWindows.Minute + TimeSpan.FromMilliseconds(Grain);

    /// <summary>Nothing was called.</summary>
    public static GroupCalls None { get; } = new() { Calls = [] };

    /// <summary>In the order of their moments.</summary>
    [JsonConverter(typeof(CallCountsJsonConverter))]
    public required ImmutableArray<CallCount> Calls { get; init; }

    /// <summary>When KSeF demanded the wait that counts.</summary>
    public DateTimeOffset? BlockedAt { get; init; }

    /// <summary>When that wait is over.</summary>
    public DateTimeOffset? BlockedUntil { get; init; }

    /// <summary>How much is left of the wait that KSeF demanded; zero when there is none.</summary>
    public TimeSpan BlockedFor(DateTimeOffset now) =>
        BlockedUntil is { } until && until > now ? until - (BlockedAt is { } since && since > now ? since : now) : TimeSpan.Zero;

    /// <summary>How many calls a window holds.</summary>
    public int Used(TimeSpan window, DateTimeOffset now)
    {
        var (moment, used) = (now.ToUnixTimeMilliseconds(), 0);
        for (var index = Calls.Length - 1; index >= 0 && moment - Calls[index].At < window.TotalMilliseconds; index--)
        {
            used += Calls[index].Count;
        }

        return used;
    }

    /// <summary>How long to wait until further calls fit into the windows; more than a window holds at all wait until it is empty.</summary>
    public TimeSpan WaitFor(int calls, IEnumerable<(TimeSpan Window, int Calls)> windows, DateTimeOffset now)
    {
        var wait = BlockedFor(now);
        foreach (var (window, allowed) in windows)
        {
            var inWindow = WaitFor(allowed - Math.Min(calls, allowed), window, now);
            wait = inWindow > wait ? inWindow : wait;
        }

        return wait;
    }

    /// <summary>With one more call.</summary>
    public GroupCalls Add(DateTimeOffset now)
    {
        var moment = now.ToUnixTimeMilliseconds();
        var calls = ImmutableArray.CreateBuilder<CallCount>(Calls.Length + 1);
        foreach (var earlier in Calls)
        {
            var age = moment - earlier.At;
            if (age < LimitWindows.Hour.TotalMilliseconds)
            {
                // Rounded up, so that no call is forgotten early.
                Append(calls, age < 0 ? moment : age < Fine.TotalMilliseconds ? earlier.At : (earlier.At + Grain - 1) / Grain * Grain, earlier.Count);
            }
        }

        Append(calls, moment, count: 1);
        return this with { Calls = calls.DrainToImmutable() };
    }

    /// <summary>With a wait that KSeF demanded; the longest counts.</summary>
    public GroupCalls Block(DateTimeOffset now, TimeSpan wait) =>
        wait > BlockedFor(now) ? this with { BlockedAt = now, BlockedUntil = now + wait } : this;

    /// <summary>Whether a clock was put back since this was written, by more than clocks of instances differ.</summary>
    public bool IsAhead(DateTimeOffset now, TimeSpan tolerated) =>
        (Calls.Length > 0 && Calls[^1].At > (now + tolerated).ToUnixTimeMilliseconds()) || BlockedAt > now + tolerated;

    /// <summary>With nothing in the future: what was there is of now, and what was to be waited for is waited for from now.</summary>
    public GroupCalls Rewound(DateTimeOffset now)
    {
        var moment = now.ToUnixTimeMilliseconds();
        var calls = ImmutableArray.CreateBuilder<CallCount>(Calls.Length);
        foreach (var earlier in Calls)
        {
            Append(calls, Math.Min(earlier.At, moment), earlier.Count);
        }

        var rewound = this with { Calls = calls.DrainToImmutable() };
        return BlockedAt > now ? rewound with { BlockedAt = now, BlockedUntil = now + BlockedFor(now) } : rewound;
    }

    /// <summary>Whether nothing of it counts any more.</summary>
    public bool IsSpent(DateTimeOffset now) => BlockedFor(now) == TimeSpan.Zero
        && (Calls.Length == 0 || now.ToUnixTimeMilliseconds() - Calls[^1].At >= LimitWindows.Hour.TotalMilliseconds);

    private static void Append(ImmutableArray<CallCount>.Builder calls, long at, int count)
    {
        if (calls.Count > 0 && calls[^1].At == at)
        {
            calls[^1] = new CallCount(at, calls[^1].Count + count);
        }
        else
        {
            calls.Add(new CallCount(at, count));
        }
    }

    private TimeSpan WaitFor(int room, TimeSpan window, DateTimeOffset now)
    {
        var (moment, used) = (now.ToUnixTimeMilliseconds(), 0);
        for (var index = Calls.Length - 1; index >= 0; index--)
        {
            var left = window - TimeSpan.FromMilliseconds(Math.Max(0, moment - Calls[index].At));
            if (left <= TimeSpan.Zero)
            {
                return TimeSpan.Zero;
            }

            used += Calls[index].Count;
            if (used > room)
            {
                return left;
            }
        }

        return TimeSpan.Zero;
    }
}
