using System.Diagnostics;
using System.Diagnostics.Metrics;
using KsefFunctions.Ledger;

namespace KsefFunctions.Telemetry;

/// <summary>What the flow reports of itself: files and invoices by outcome, and how long a file took.</summary>
public sealed partial class FlowTelemetry : IDisposable
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "KsefFunctions";

    /// <summary>Spans of the flow.</summary>
    public static readonly ActivitySource Source = new(Name);

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _files;
    private readonly Counter<long> _invoices;
    private readonly Histogram<double> _duration;
    private readonly ILogger<FlowTelemetry> _logger;

    public FlowTelemetry(ILogger<FlowTelemetry> logger)
    {
        _logger = logger;
        _files = _meter.CreateCounter<long>("ksef.files", "{file}", "Files that reached a final outcome.");
        _invoices = _meter.CreateCounter<long>("ksef.invoices", "{invoice}", "Invoices of those files.");
        _duration = _meter.CreateHistogram<double>("ksef.file.duration", "s", "From the drop to the final outcome.");
    }

    /// <summary>Counts a file that reached its end.</summary>
    public void Finished(FileRecord record)
    {
        _files.Add(1, new KeyValuePair<string, object?>("outcome", record.Outcome.ToString()));
        foreach (var group in record.Invoices.GroupBy(row => row.Outcome))
        {
            _invoices.Add(group.Count(), new KeyValuePair<string, object?>("outcome", group.Key.ToString()));
        }

        if (record.FinishedAt is { } finished)
        {
            _duration.Record((finished - record.ReceivedAt).TotalSeconds, new KeyValuePair<string, object?>("outcome", record.Outcome.ToString()));
        }

        LogFinished(record.Id, record.Outcome, record.Invoices.Count);
    }

    public void Dispose() => _meter.Dispose();

    [LoggerMessage(3001, LogLevel.Information, "{FileId} ended as {Outcome} with {InvoiceCount} invoices")]
    private partial void LogFinished(string fileId, FileOutcome outcome, int invoiceCount);
}
