using System.Diagnostics.Metrics;
using KsefFunctions.Telemetry;
using KsefFunctions.Watch;

namespace KsefFunctions.Sweep;

/// <summary>
/// What a sweep found, as metrics. Recorded once by the instance that swept: an observed gauge would be repeated by every
/// instance that swept some time ago.
/// </summary>
public sealed class SweepTelemetry : IDisposable
{
    private readonly Meter _meter = new(FlowTelemetry.Name);
    private readonly Counter<long> _findings;
    private readonly Gauge<long> _stuck;
    private readonly Gauge<double> _oldest;
    private readonly Gauge<long> _waiting;
    private readonly Gauge<long> _queued;
    private readonly Gauge<double> _queueAge;

    public SweepTelemetry()
    {
        _findings = _meter.CreateCounter<long>("ksef.sweep.findings", "{finding}", "What sweeps found, by number of the catalogue.");
        _stuck = _meter.CreateGauge<long>("ksef.stuck", "{file}", "Unsettled files that nobody works on or that stand still.");
        _oldest = _meter.CreateGauge<double>("ksef.oldest_unsettled", "s", "Age of the oldest unsettled file that does not wait for a person.");
        _waiting = _meter.CreateGauge<long>("ksef.waiting", "{file}", "Files that wait for a person to approve or refuse them.");
        _queued = _meter.CreateGauge<long>("ksef.queue", "{file}", "Files whose invoices wait for a session.");
        _queueAge = _meter.CreateGauge<double>("ksef.queue.age", "s", "How long the first of them waits.");
    }

    public void Report(IReadOnlyList<WatchFinding> findings, UnsettledFiles files, QueuedFiles queued)
    {
        foreach (var group in findings.GroupBy(finding => finding.Code))
        {
            _findings.Add(group.Count(), new KeyValuePair<string, object?>(Tags.Error, group.Key));
        }

        _stuck.Record(findings.Count(finding => finding is { Warning: false, FileId: not null }));
        _oldest.Record(files.Oldest.TotalSeconds);
        _waiting.Record(files.Waiting);
        _queued.Record(queued.Files);
        _queueAge.Record(queued.Oldest.TotalSeconds);
    }

    public void Dispose() => _meter.Dispose();
}
