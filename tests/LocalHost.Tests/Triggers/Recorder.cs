using System.Collections.Concurrent;

namespace LocalHost.Tests.Triggers;

/// <summary>What the functions of a test saw, and how they shall behave.</summary>
internal sealed class Recorder
{
    private readonly ConcurrentQueue<string> _calls = new();

    public IReadOnlyList<string> Calls => [.. _calls];

    /// <summary>Calls for which this holds fail.</summary>
    public Func<string, bool> Fails { get; set; } = _ => false;

    public void Add(string call)
    {
        _calls.Enqueue(call);
        if (Fails(call))
        {
            throw new InvalidOperationException($"told to fail on {call}");
        }
    }
}
