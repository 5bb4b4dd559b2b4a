using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Ksef.Client;
using KsefFunctions.Telemetry;

namespace KsefFunctions.Tests.Telemetry;

/// <summary>Keeps every measurement of the app's two meters while it listens. Tests with it run alone.</summary>
internal sealed class MetricCollector : IDisposable
{
    private readonly ConcurrentQueue<Measured> _measured = new();
    private readonly MeterListener _listener = new();

    public MetricCollector()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name is FlowTelemetry.Name or KsefTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>(Keep);
        _listener.Start();
    }

    public IReadOnlyCollection<Measured> All => _measured;

    public void ReadGauges() => _listener.RecordObservableInstruments();

    public IReadOnlyList<Measured> Of(string instrument) => [.. _measured.Where(one => one.Instrument == instrument)];

    /// <summary>What was measured, as <c>tag=value</c> pairs in one line.</summary>
    public IEnumerable<string> TagsOf(string instrument) => Of(instrument).Select(one => string.Join(' ', one.Tags.Where(tag => tag.Value is not null).Select(tag => $"{tag.Key}={tag.Value}")));

    public void Dispose() => _listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state = null) =>
        _measured.Enqueue(new Measured(instrument.Name, value, tags.ToArray()));

    internal sealed record Measured(string Instrument, double Value, IReadOnlyList<KeyValuePair<string, object?>> Tags);
}
