using System.Diagnostics;
using System.Diagnostics.Metrics;
using Ksef.Client;
using KsefFunctions.Files;

namespace KsefFunctions.Telemetry;

/// <summary>What the flow reports of itself: files and invoices by outcome, how long files and steps took, waits, failures by number, dead letters.</summary>
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
    private readonly Histogram<double> _steps;
    private readonly Histogram<double> _runs;
    private readonly Histogram<double> _waits;
    private readonly Counter<long> _deadLetters;
    private readonly ILogger<FlowTelemetry> _logger;

    public FlowTelemetry(ILogger<FlowTelemetry> logger)
    {
        _logger = logger;
        _files = _meter.CreateCounter<long>("ksef.files", "{file}", "Files that reached a final outcome.");
        _invoices = _meter.CreateCounter<long>("ksef.invoices", "{invoice}", "Invoices of those files.");
        _duration = _meter.CreateHistogram<double>("ksef.file.duration", "s", "From the drop to the final outcome.");
        _steps = _meter.CreateHistogram<double>("ksef.step.duration", "s", "A step of a file as its users see it: with all tries and with the waits for KSeF.");
        _runs = _meter.CreateHistogram<double>("ksef.step.run.duration", "s", "One run of a step's function, without waits between runs.");
        _waits = _meter.CreateHistogram<double>("ksef.step.wait.duration", "s", "Waits of a step because a limit of KSeF was reached or would have been.");
        _deadLetters = _meter.CreateCounter<long>("ksef.dead_letters", "{file}", "Files that were given to a person.");
    }

    /// <summary>Counts a file that reached its end.</summary>
    public void Finished(FileRecord record)
    {
        var outcome = Tag(Tags.Outcome, record.Outcome.ToString());
        _files.Add(1, outcome);
        foreach (var group in record.Invoices.GroupBy(row => row.Outcome))
        {
            _invoices.Add(group.Count(), Tag(Tags.Outcome, group.Key.ToString()));
        }

        if (record.FinishedAt is { } finished)
        {
            _duration.Record((finished - record.ReceivedAt).TotalSeconds, outcome);
            RecordSteps(record.Steps, finished);
        }

        LogFinished(record.Id, record.Outcome, record.Invoices.Count);
    }

    /// <summary>Counts one run of a step.</summary>
    /// <param name="step">Name of the function.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="error">Number in the catalogue; null when it did not fail.</param>
    /// <param name="elapsed">How long it ran.</param>
    public void StepRan(string step, string outcome, string? error, TimeSpan elapsed)
    {
        var tags = new TagList { Tag(Tags.Step, step), Tag(Tags.Outcome, outcome) };
        if (error is not null)
        {
            tags.Add(Tag(Tags.Error, error));
        }

        _runs.Record(elapsed.TotalSeconds, tags);
    }

    /// <summary>Counts a wait for KSeF's limits.</summary>
    public void MustWait(string step, KsefRateLimitException limit)
    {
        _waits.Record(limit.RetryAfter.TotalSeconds, Tag(Tags.Step, step), Tag(Tags.WaitCause, limit.IsHeldBack ? Tags.BudgetCause : Tags.KsefCause));
        Activity.Current?.SetTag(Tags.RetryAfter, limit.RetryAfter.TotalSeconds);
    }

    /// <summary>Counts a dead letter by its number in the catalogue.</summary>
    public void DeadLettered(string number) => _deadLetters.Add(1, Tag(Tags.Error, number));

    public void Dispose() => _meter.Dispose();

    // A step without an end is the one that stopped the file.
    private void RecordSteps(IReadOnlyList<StepRecord> steps, DateTimeOffset finished)
    {
        foreach (var step in steps)
        {
            _steps.Record(
                ((step.FinishedAt ?? finished) - step.StartedAt).TotalSeconds,
                Tag(Tags.Step, step.Name),
                Tag(Tags.Outcome, step.FinishedAt is null ? Tags.FailedOutcome : Tags.DoneOutcome));
        }
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    [LoggerMessage(3001, LogLevel.Information, "{FileId} ended as {Outcome} with {InvoiceCount} invoices")]
    private partial void LogFinished(string fileId, FileOutcome outcome, int invoiceCount);
}
