using Ksef.Client;

namespace KsefFunctions.Budget;

/// <summary>
/// KSeF's sliding windows as the budget keeps to them. Each is a little longer than KSeF's: KSeF counts a call when it arrives, we when it is reserved, so
/// that two calls can arrive closer together than they were reserved; and the clocks of instances differ by some milliseconds.
/// </summary>
internal static class LimitWindows
{
    public static readonly TimeSpan Second = TimeSpan.FromSeconds(1.25);
    public static readonly TimeSpan Minute = TimeSpan.FromSeconds(62);
    public static readonly TimeSpan Hour = TimeSpan.FromSeconds(3605);

    /// <summary>The windows that a limit has, with the calls that the app may make in each.</summary>
    /// <param name="limit">What KSeF allows; null for anything.</param>
    /// <param name="share">What of a minute and an hour is left to people; nobody plans a single second.</param>
    public static IEnumerable<(TimeSpan Window, int Calls)> Of(RateLimit? limit, decimal share)
    {
        if (limit?.PerSecond is { } second)
        {
            yield return (Second, Math.Max(1, second));
        }

        foreach (var planned in Planned(limit, share))
        {
            yield return planned;
        }
    }

    /// <summary>The windows that work is planned by: a wait for the second's is over before it would be noticed.</summary>
    public static IEnumerable<(TimeSpan Window, int Calls)> Planned(RateLimit? limit, decimal share)
    {
        if (limit?.PerMinute is { } minute)
        {
            yield return (Minute, Allowed(minute, share));
        }

        if (limit?.PerHour is { } hour)
        {
            yield return (Hour, Allowed(hour, share));
        }
    }

    // However small a limit is, one call passes: KSeF has the last word.
    private static int Allowed(int limit, decimal share) => Math.Max(1, limit - (int)Math.Ceiling(limit * share));
}
