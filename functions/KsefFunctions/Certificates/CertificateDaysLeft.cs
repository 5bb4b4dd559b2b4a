using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using KsefFunctions.Telemetry;

namespace KsefFunctions.Certificates;

/// <summary>
/// The gauge <c>ksef.certificate.days_left</c> with the tag <c>nip</c>. It keeps the end of each certificate and counts the days whenever it is
/// read, so it is right between two looks as well. Every instance that looked at a company's credential of late reports it.
/// </summary>
public sealed class CertificateDaysLeft : IDisposable
{
    // A little longer than the six hours between two looks. An instance that has not looked for longer may know an old certificate.
    private static readonly TimeSpan KnownFor = TimeSpan.FromHours(7);

    private readonly Meter _meter;
    private readonly ConcurrentDictionary<string, Known> _ends = new();
    private readonly TimeProvider _time;

    public CertificateDaysLeft(TimeProvider time)
    {
        _time = time;
        _meter = new Meter(FlowTelemetry.Name, version: null, tags: null, scope: this);
        _meter.CreateObservableGauge("ksef.certificate.days_left", Observe, "d", "Whole days until a company's certificate ends, or all KSeF tokens do where it has one; negative afterwards.");
    }

    /// <summary>Whole days from one moment to another, rounded down.</summary>
    public static int Between(DateTimeOffset now, DateTimeOffset end) => (int)Math.Floor((end - now).TotalDays);

    /// <param name="nip">The company.</param>
    /// <param name="end">When the credential in use ends; null forgets the company.</param>
    public void Report(string nip, DateTimeOffset? end)
    {
        if (end is { } known)
        {
            _ends[nip] = new Known(known, _time.GetUtcNow());
        }
        else
        {
            _ends.TryRemove(nip, out _);
        }
    }

    /// <summary>Forgets companies that are in the vault no more.</summary>
    public void KeepOnly(IReadOnlyCollection<string> nips)
    {
        foreach (var closed in _ends.Keys.Except(nips))
        {
            _ends.TryRemove(closed, out _);
        }
    }

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<int>> Observe()
    {
        var now = _time.GetUtcNow();
        return _ends.Where(company => now - company.Value.ReportedAt < KnownFor)
            .Select(company => new Measurement<int>(Between(now, company.Value.End), new KeyValuePair<string, object?>("nip", company.Key)));
    }

    private sealed record Known(DateTimeOffset End, DateTimeOffset ReportedAt);
}
