using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Ksef.Client;

namespace KsefFunctions.Budget;

/// <summary>The budget of one context: its calls of the last hour by group, waits that KSeF demanded, and KSeF's limits. Never changed; arithmetic only.</summary>
public sealed record CallWindows
{
    private static readonly TimeSpan AskedEvery = TimeSpan.FromDays(1);
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromSeconds(2);

    /// <summary>A context that has called nothing yet.</summary>
    public static CallWindows None { get; } = new() { Groups = ImmutableDictionary<string, GroupCalls>.Empty };

    /// <summary>By KSeF's name of the group.</summary>
    public required ImmutableDictionary<string, GroupCalls> Groups { get; init; }

    /// <summary>What <c>GET /rate-limits</c> said last; null before it was asked.</summary>
    public IReadOnlyDictionary<string, RateLimit>? Learned { get; init; }

    /// <summary>When KSeF is to be asked for the limits; null for at once.</summary>
    public DateTimeOffset? AskAt { get; init; }

    /// <summary>
    /// Who wrote this version, and the how many-eth of its writing it is. Without it two instances that reserve in the same millisecond would write the
    /// same bytes, and a write that is refused counts as done where its own bytes stand.
    /// </summary>
    public string? Writer { get; init; }

    /// <summary>The limits that hold: KSeF's own for the context, or the published ones.</summary>
    [JsonIgnore]
    public RateLimits Limits => Learned is null ? RateLimits.Published : new RateLimits(Learned);

    /// <summary>Reserves a call.</summary>
    /// <param name="group">KSeF's name of the group; see <see cref="RateLimits.GroupOf"/>.</param>
    /// <param name="limits">The limits to keep to; a group that they do not name is bound by waits that KSeF demanded only.</param>
    /// <param name="now">The moment.</param>
    /// <param name="share">What of each minute's and hour's limit is left to people, from 0 to 1.</param>
    /// <param name="wait">How long to wait; zero when it is reserved.</param>
    /// <returns>The budget with the call; null when it must wait.</returns>
    public CallWindows? TryReserve(string group, RateLimits limits, DateTimeOffset now, decimal share, out TimeSpan wait)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var calls = Of(group);
        wait = calls.WaitFor(1, LimitWindows.Of(limits.Groups.GetValueOrDefault(group), share), now);
        if (wait > TimeSpan.Zero)
        {
            return null;
        }

        var spent = Groups.Where(pair => pair.Value.IsSpent(now)).Select(pair => pair.Key);
        return this with { Groups = Groups.RemoveRange(spent).SetItem(group, calls.Add(now)) };
    }

    /// <summary>With a wait that KSeF demanded in a group; the longest counts.</summary>
    public CallWindows Block(string group, DateTimeOffset now, TimeSpan wait) =>
        Of(group) is var calls && calls.Block(now, wait) is var blocked && ReferenceEquals(calls, blocked) ? this : this with { Groups = Groups.SetItem(group, blocked) };

    /// <summary>With nothing in its future, where a clock was put back; itself where it was not. It must be kept, or the future would be taken as now again and again.</summary>
    public CallWindows Rewound(DateTimeOffset now)
    {
        var ahead = Groups.Where(pair => pair.Value.IsAhead(now, ClocksDiffer)).ToList();
        return ahead.Count == 0 ? this : this with { Groups = Groups.SetItems(ahead.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Rewound(now)))) };
    }

    /// <summary>Whether nothing was called during the last hour, and nothing is to be waited for.</summary>
    public bool IsSpent(DateTimeOffset now) => Groups.Values.All(calls => calls.IsSpent(now));

    /// <summary>Whether KSeF is to be asked for the limits: it is a day since, and there were calls during the last hour.</summary>
    public bool IsDue(DateTimeOffset now) => (AskAt is not { } at || at <= now || at - now > AskedEvery) && !IsSpent(now);

    /// <summary>With limits that KSeF named, which hold for a day; null keeps those known.</summary>
    public CallWindows Learn(RateLimits? limits, DateTimeOffset now) => this with { Learned = limits?.Groups ?? Learned, AskAt = now + AskedEvery };

    /// <summary>What is left in the groups in which there were calls during the last hour, by KSeF's own windows.</summary>
    public IEnumerable<LimitUse> Uses(ContextIdentifier context, DateTimeOffset now)
    {
        var limits = Limits.Groups;
        foreach (var (group, calls) in Groups.Where(pair => !pair.Value.IsSpent(now)))
        {
            var limit = limits.GetValueOrDefault(group);
            if (limit?.PerMinute is { } minute)
            {
                yield return new LimitUse(context, group, LimitWindow.Minute, minute, Left(calls, minute, TimeSpan.FromMinutes(1), now));
            }

            if (limit?.PerHour is { } hour)
            {
                yield return new LimitUse(context, group, LimitWindow.Hour, hour, Left(calls, hour, TimeSpan.FromHours(1), now));
            }
        }
    }

    internal GroupCalls Of(string group) => Groups.GetValueOrDefault(group, GroupCalls.None);

    private static int Left(GroupCalls calls, int max, TimeSpan window, DateTimeOffset now) =>
        calls.BlockedFor(now) > TimeSpan.Zero ? 0 : Math.Max(0, max - calls.Used(window, now));
}
