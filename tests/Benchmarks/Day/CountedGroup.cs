using Ksef.Client;

namespace Benchmarks.Day;

/// <summary>One group of a company's calls as KSeF counts them: in windows of exactly a second, a minute and an hour that end with each call.</summary>
internal sealed class CountedGroup(RateLimit limit)
{
    private readonly (TimeSpan Length, int Most, Queue<DateTimeOffset> Calls)[] _windows =
    [
        (TimeSpan.FromSeconds(1), limit.PerSecond!.Value, []),
        (TimeSpan.FromMinutes(1), limit.PerMinute!.Value, []),
        (TimeSpan.FromHours(1), limit.PerHour!.Value, []),
    ];

    /// <summary>Calls of the fullest hour.</summary>
    public int FullestHour { get; private set; }

    /// <summary>Calls that KSeF would have answered with 429.</summary>
    public int Refused { get; private set; }

    /// <summary>A call reaches KSeF.</summary>
    public void Take(DateTimeOffset now)
    {
        var fits = true;
        foreach (var (length, most, calls) in _windows)
        {
            while (calls.TryPeek(out var oldest) && now - oldest >= length)
            {
                calls.Dequeue();
            }

            fits &= calls.Count < most;
        }

        if (!fits)
        {
            Refused++;
            return;
        }

        foreach (var (_, _, calls) in _windows)
        {
            calls.Enqueue(now);
        }

        FullestHour = Math.Max(FullestHour, _windows[^1].Calls.Count);
    }
}
