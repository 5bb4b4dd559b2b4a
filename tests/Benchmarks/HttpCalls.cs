using System.Diagnostics.Metrics;

namespace Benchmarks;

/// <summary>Counts the HTTP calls of this process by the port they went to, as the framework's own meter reports them.</summary>
internal sealed class HttpCalls : IDisposable
{
    private readonly Dictionary<int, long> _byPort = [];
    private readonly MeterListener _listener = new();

    public HttpCalls()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "System.Net.Http", Name: "http.client.request.duration" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, _, tags, _) => Count(tags));
        _listener.Start();
    }

    public long To(int port)
    {
        lock (_byPort)
        {
            return _byPort.GetValueOrDefault(port);
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Count(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags)
        {
            if (name == "server.port" && value is int port)
            {
                lock (_byPort)
                {
                    _byPort[port] = _byPort.GetValueOrDefault(port) + 1;
                }
            }
        }
    }
}
