using System.Diagnostics.Metrics;
using KsefFunctions.Telemetry;

namespace Benchmarks;

/// <summary>Waits for files by the app's own meter: asking the ledger would count among the operations that are measured.</summary>
internal sealed class FinishedFiles : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly SemaphoreSlim _finished = new(0);

    public FinishedFiles()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: FlowTelemetry.Name, Name: "ksef.files" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, _, _, _) => _finished.Release());
        _listener.Start();
    }

    public async Task WaitAsync(int count)
    {
        for (var left = count; left > 0; left--)
        {
            await _finished.WaitAsync();
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        _finished.Dispose();
    }
}
