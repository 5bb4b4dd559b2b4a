using System.Collections.Concurrent;
using KsefSimulator.Http;
using KsefSimulator.Numbers;

namespace KsefSimulator.Authentication;

/// <summary>Open challenges. Each is good for ten minutes and for one login; they do not survive a restart.</summary>
internal sealed class Challenges(ReferenceNumbers numbers, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _open = new(StringComparer.Ordinal);
    private int _issued;

    public Challenge Issue()
    {
        // Whole milliseconds: clients derive timestampMs from timestamp, and the token is encrypted with it.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var value = numbers.Next(ReferenceKind.Challenge);
        _open[value] = now;
        if (Interlocked.Increment(ref _issued) % 1000 == 0)
        {
            DropExpired(now);
        }

        return new Challenge(value, now);
    }

    /// <summary>Takes the challenge out, so that it cannot be used again.</summary>
    /// <exception cref="KsefRefusal">21111: never issued, already used, or older than ten minutes.</exception>
    public Challenge Use(string? value)
    {
        if (value is null || !_open.TryRemove(value, out var issued) || time.GetUtcNow() - issued > Lifetime)
        {
            throw Refusals.InvalidChallenge();
        }

        return new Challenge(value, issued);
    }

    private void DropExpired(DateTimeOffset now)
    {
        foreach (var (value, issued) in _open)
        {
            if (now - issued > Lifetime)
            {
                _open.TryRemove(value, out _);
            }
        }
    }
}

internal sealed record Challenge(string Value, DateTimeOffset Timestamp);
