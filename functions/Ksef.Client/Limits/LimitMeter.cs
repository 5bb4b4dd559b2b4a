using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Ksef.Client;

/// <summary>
/// Counts the calls of this process against KSeF's limits and reports what is left as <c>ksef.limit.left</c> of
/// <c>ksef.limit.max</c>, by context, group and window. It holds no call back; KSeF's <c>Retry-After</c> does that.
/// </summary>
public sealed class LimitMeter : IDisposable
{
    // Of more contexts than these, those with the most left are not reported: every one of them makes some twenty series.
    private const int MostContexts = 50;

    private readonly Meter _meter = new(KsefTelemetry.Name);
    private readonly ConcurrentDictionary<ContextIdentifier, Context> _contexts = new();
    private readonly TimeProvider _time;

    /// <summary>Called by the service provider.</summary>
    /// <param name="time">The clock.</param>
    public LimitMeter(TimeProvider time)
    {
        _time = time;
        _meter.CreateObservableGauge("ksef.limit.left", () => Measure(use => use.Left), "{call}", "Calls that remain of a limit, as far as this process knows");
        _meter.CreateObservableGauge("ksef.limit.max", () => Measure(use => use.Max), "{call}", "Calls that KSeF allows");
    }

    /// <summary>What is left for the contexts and groups in which there were calls during the last hour.</summary>
    public IReadOnlyList<LimitUse> Read()
    {
        var now = _time.GetUtcNow();
        return
        [
            .. _contexts.Select(pair => pair.Value.Read(pair.Key, now).ToList())
                .Where(uses => uses.Count > 0)
                .OrderBy(uses => uses.Min(use => (double)use.Left / use.Max))
                .Take(MostContexts)
                .SelectMany(uses => uses),
        ];
    }

    /// <summary>Stops reporting.</summary>
    public void Dispose() => _meter.Dispose();

    /// <summary>Counts a call; one without a context counts for the address only, and is not kept.</summary>
    internal void Count(ContextIdentifier? caller, string operation)
    {
        if (caller is { } context)
        {
            Of(context).WindowOf(operation).Add(_time.GetUtcNow());
        }
    }

    internal void Block(ContextIdentifier? caller, string operation, TimeSpan wait)
    {
        if (caller is { } context)
        {
            Of(context).WindowOf(operation).BlockUntil(_time.GetUtcNow() + wait);
        }
    }

    /// <summary>Contexts that called during the last hour and whose own limits were last asked for before the given age.</summary>
    internal IReadOnlyList<ContextIdentifier> Due(TimeSpan age)
    {
        var now = _time.GetUtcNow();
        return [.. _contexts.Where(pair => now - pair.Value.AskedAt >= age && pair.Value.Read(pair.Key, now).Any()).Select(pair => pair.Key)];
    }

    /// <summary>Takes over the limits that KSeF names for a context; null keeps those known.</summary>
    internal void Learn(ContextIdentifier context, RateLimits? limits)
    {
        var known = Of(context);
        known.AskedAt = _time.GetUtcNow();
        known.Limits = limits ?? known.Limits;
    }

    private Context Of(ContextIdentifier context) => _contexts.GetOrAdd(context, _ => new Context());

    private IEnumerable<Measurement<int>> Measure(Func<LimitUse, int> value) => Read().Select(use => new Measurement<int>(
        value(use),
        new("ksef.context", use.Context.Value),
        new("ksef.limit.group", use.Group),
        new KeyValuePair<string, object?>("ksef.limit.window", use.Window == LimitWindow.Hour ? "hour" : "minute")));

    private sealed class Context
    {
        private readonly ConcurrentDictionary<string, CallWindow> _windows = new(StringComparer.Ordinal);

        public RateLimits Limits { get; set; } = RateLimitGroups.Published;

        public DateTimeOffset AskedAt { get; set; }

        public CallWindow WindowOf(string operation) => _windows.GetOrAdd(RateLimitGroups.Of(operation, Limits), _ => new CallWindow());

        public IEnumerable<LimitUse> Read(ContextIdentifier context, DateTimeOffset now)
        {
            foreach (var (group, window) in _windows)
            {
                var limit = Limits.Groups.GetValueOrDefault(group);
                if (limit?.PerMinute is { } minute && window.Left(minute, LimitWindow.Minute, now) is { } inMinute)
                {
                    yield return new LimitUse(context, group, LimitWindow.Minute, minute, inMinute);
                }

                if (limit?.PerHour is { } hour && window.Left(hour, LimitWindow.Hour, now) is { } inHour)
                {
                    yield return new LimitUse(context, group, LimitWindow.Hour, hour, inHour);
                }
            }
        }
    }
}
