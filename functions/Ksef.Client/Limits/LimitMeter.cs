using System.Diagnostics.Metrics;

namespace Ksef.Client;

/// <summary>
/// Reports what is left of KSeF's limits as <c>ksef.limit.left</c> of <c>ksef.limit.max</c>, by context, group and window, as the
/// <see cref="ICallBudget"/> knows it.
/// </summary>
public sealed class LimitMeter : IDisposable
{
    // Of more contexts than these, those with the most left are not reported: every one of them makes some twenty series.
    private const int MostContexts = 50;

    private readonly Meter _meter = new(KsefTelemetry.Name);

    /// <summary>Called by the service provider.</summary>
    /// <param name="budget">Where the calls are counted.</param>
    public LimitMeter(ICallBudget budget)
    {
        Budget = budget;
        _meter.CreateObservableGauge("ksef.limit.left", () => Measure(use => use.Left), "{call}", "Calls that remain of a limit, as far as this process knows");
        _meter.CreateObservableGauge("ksef.limit.max", () => Measure(use => use.Max), "{call}", "Calls that KSeF allows");
    }

    internal ICallBudget Budget { get; }

    /// <summary>What is left for the contexts and groups in which there were calls during the last hour; of many contexts, those with the least left.</summary>
    public IReadOnlyList<LimitUse> Read() =>
    [
        .. Budget.Read().GroupBy(use => use.Context)
            .OrderBy(uses => uses.Min(use => (double)use.Left / use.Max))
            .Take(MostContexts)
            .SelectMany(uses => uses),
    ];

    /// <summary>Stops reporting.</summary>
    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<int>> Measure(Func<LimitUse, int> value) => Read().Select(use => new Measurement<int>(
        value(use),
        new("ksef.context", use.Context.Value),
        new("ksef.limit.group", use.Group),
        new KeyValuePair<string, object?>("ksef.limit.window", use.Window == LimitWindow.Hour ? "hour" : "minute")));
}
