using System.Collections.Concurrent;

namespace KsefSimulator.Faults;

/// <summary>A fault switched on, with its parameters: <c>name:count=2,probability=0.5,seed=7,for=30s</c>.</summary>
public sealed class FaultRule
{
    private readonly ConcurrentDictionary<string, int> _trials = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _strikes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _decided = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private DateTimeOffset? _startedAt;

    internal FaultRule(FaultDefinition fault, FaultParameters parameters)
    {
        Fault = fault;
        Count = parameters.Count;
        Probability = parameters.Probability;
        Seed = parameters.Seed;
        Duration = parameters.Duration ?? fault.Duration;
    }

    /// <summary>What it does.</summary>
    public FaultDefinition Fault { get; }

    /// <summary>How often it strikes in each scope; null: always.</summary>
    public int? Count { get; }

    /// <summary>How likely each trial is to strike, from 0 to 1.</summary>
    public double Probability { get; }

    /// <summary>With the same seed and the same order of calls, the same trials strike.</summary>
    public int Seed { get; }

    /// <summary>How long its effect lasts; for a fault whose effect does not last, how long it strikes, from its first trial on. Null: without end.</summary>
    public TimeSpan? Duration { get; }

    /// <summary>How often it has struck so far.</summary>
    public int Strikes => _strikes.Values.Sum();

    /// <summary>Reads a rule.</summary>
    /// <exception cref="FormatException">Unknown name, unknown parameter or a value out of range; the message says which.</exception>
    public static FaultRule Parse(string text)
    {
        var (fault, parameters) = FaultParameters.Parse(text);
        return new FaultRule(fault, parameters);
    }

    internal int StrikesOf(string subject) => _strikes.GetValueOrDefault(Scope(subject));

    /// <summary>When the rule was first looked at, by the simulator's clock.</summary>
    internal DateTimeOffset StartedAt(DateTimeOffset now)
    {
        lock (_lock)
        {
            return _startedAt ??= now;
        }
    }

    /// <summary>Tries the rule once.</summary>
    internal bool Strike(string subject, DateTimeOffset now)
    {
        var scope = Scope(subject);
        lock (_lock)
        {
            var trial = _trials.AddOrUpdate(scope, 0, (_, last) => last + 1);
            if (IsOver(now) || (Count is { } count && _strikes.GetValueOrDefault(scope) >= count) || !IsLucky(trial))
            {
                return false;
            }

            _strikes.AddOrUpdate(scope, 1, (_, last) => last + 1);
            return true;
        }
    }

    /// <summary>Tries the rule the first time it is asked about a subject, and stays with what came out.</summary>
    internal bool Holds(string subject, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (!_decided.TryGetValue(subject, out var holds))
            {
                _decided[subject] = holds = Strike(subject, now);
            }

            return holds;
        }
    }

    private string Scope(string subject) => Fault.Scope == FaultScope.Run ? string.Empty : subject;

    private bool IsOver(DateTimeOffset now) => Fault.Duration is null && Duration is { } duration && now - StartedAt(now) >= duration;

    private bool IsLucky(int trial) => Probability >= 1 || Chance(Seed, trial) < Probability;

    // SplitMix64: trials next to each other come out unlike, and every run and version of .NET gets the same.
    private static double Chance(int seed, int trial)
    {
        unchecked
        {
            var mixed = (((ulong)(uint)seed << 32) | (uint)trial) + 0x9E3779B97F4A7C15UL;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return ((mixed ^ (mixed >> 31)) >> 11) / (double)(1UL << 53);
        }
    }
}
