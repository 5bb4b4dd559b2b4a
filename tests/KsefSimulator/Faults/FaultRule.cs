using System.Collections.Concurrent;
using System.Globalization;

namespace KsefSimulator.Faults;

/// <summary>A fault switched on, with its parameters: <c>name:count=2,probability=0.5,seed=7,for=30s</c>.</summary>
public sealed class FaultRule
{
    private readonly ConcurrentDictionary<string, int> _trials = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _strikes = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private DateTimeOffset? _startedAt;

    private FaultRule(FaultDefinition fault, int? count, double probability, int seed, TimeSpan? duration)
    {
        Fault = fault;
        Count = count;
        Probability = probability;
        Seed = seed;
        Duration = duration ?? fault.Duration;
    }

    /// <summary>What it does.</summary>
    public FaultDefinition Fault { get; }

    /// <summary>How often it strikes in each scope; null: always.</summary>
    public int? Count { get; }

    /// <summary>How likely each trial is to strike, from 0 to 1.</summary>
    public double Probability { get; }

    /// <summary>With the same seed and the same order of calls, the same trials strike.</summary>
    public int Seed { get; }

    /// <summary>How long its effect lasts.</summary>
    public TimeSpan? Duration { get; }

    /// <summary>How often it has struck so far.</summary>
    public int Strikes => _strikes.Values.Sum();

    internal int StrikesOf(string subject) => _strikes.GetValueOrDefault(subject);

    /// <summary>When the rule was first looked at, by the simulator's clock.</summary>
    internal DateTimeOffset StartedAt(DateTimeOffset now)
    {
        lock (_lock)
        {
            return _startedAt ??= now;
        }
    }

    /// <summary>Reads a rule.</summary>
    /// <exception cref="FormatException">Unknown name or parameter; the message says which.</exception>
    public static FaultRule Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? text : text[..colon];
        var fault = FaultCatalogue.Find(name.Trim()) ?? throw new FormatException($"Unknown fault '{name}'.");
        var (count, probability, seed, duration) = (fault.Count, 1d, 0, (TimeSpan?)null);
        foreach (var parameter in colon < 0 ? [] : text[(colon + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (key, value) = parameter.Split('=', 2) is [var left, var right] ? (left, right) : throw new FormatException($"Fault parameter '{parameter}' has no value.");
            switch (key)
            {
                case "count":
                    count = value == "all" ? null : int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture);
                    break;
                case "probability":
                    probability = double.Parse(value, CultureInfo.InvariantCulture);
                    break;
                case "seed":
                    seed = int.Parse(value, CultureInfo.InvariantCulture);
                    break;
                case "for":
                    duration = ParseDuration(value);
                    break;
                default:
                    throw new FormatException($"Unknown fault parameter '{key}'.");
            }
        }

        return new FaultRule(fault, count, probability, seed, duration);
    }

    /// <summary>Tries the rule once.</summary>
    internal bool Strike(string subject)
    {
        var scope = Fault.Scope == FaultScope.Run ? string.Empty : subject;
        lock (_lock)
        {
            var trial = _trials.AddOrUpdate(scope, 0, (_, last) => last + 1);
            if ((Count is { } count && _strikes.GetValueOrDefault(scope) >= count) || !IsLucky(trial))
            {
                return false;
            }

            _strikes.AddOrUpdate(scope, 1, (_, last) => last + 1);
            return true;
        }
    }

    private bool IsLucky(int trial) => Probability >= 1 || new Random(HashCode(Seed, trial)).NextDouble() < Probability;

    // Not System.HashCode, which differs from run to run.
    private static int HashCode(int seed, int trial) => unchecked((seed * 397) ^ (trial * 7919));

    private static TimeSpan ParseDuration(string value) => value switch
    {
        [.. var number, 'm', 's'] => TimeSpan.FromMilliseconds(double.Parse(number, CultureInfo.InvariantCulture)),
        [.. var number, 's'] => TimeSpan.FromSeconds(double.Parse(number, CultureInfo.InvariantCulture)),
        [.. var number, 'm'] => TimeSpan.FromMinutes(double.Parse(number, CultureInfo.InvariantCulture)),
        [.. var number, 'h'] => TimeSpan.FromHours(double.Parse(number, CultureInfo.InvariantCulture)),
        _ => throw new FormatException($"'{value}' is not a duration: use 500ms, 30s, 5m or 12h."),
    };
}
