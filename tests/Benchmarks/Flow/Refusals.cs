using System.Diagnostics.Metrics;

namespace Benchmarks.Flow;

/// <summary>Counts the answers 429 of the web servers in this process: the simulator is the only one that gives any.</summary>
internal sealed class Refusals : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _answers;
    private long _count;

    public Refusals()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "http.server.request.duration")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, _, tags, _) => Note(tags));
        _listener.Start();
    }

    /// <summary>How many there were.</summary>
    /// <exception cref="InvalidOperationException">No answer of any kind was seen, so that none says nothing.</exception>
    public long Count => Interlocked.Read(ref _answers) > 0 ? Interlocked.Read(ref _count) : throw new InvalidOperationException("The web servers tell of no answer.");

    public void Dispose() => _listener.Dispose();

    private void Note(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Interlocked.Increment(ref _answers);
        foreach (var (name, value) in tags)
        {
            if (name == "http.response.status_code" && value is 429)
            {
                Interlocked.Increment(ref _count);
            }
        }
    }
}
