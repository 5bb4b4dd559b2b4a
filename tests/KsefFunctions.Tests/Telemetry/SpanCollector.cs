using System.Collections.Concurrent;
using System.Diagnostics;
using Ksef.Client;
using KsefFunctions.Files;
using KsefFunctions.Telemetry;

namespace KsefFunctions.Tests.Telemetry;

/// <summary>Keeps every span that the app reports while it listens. The process has one set of listeners: tests that count spans run alone.</summary>
internal sealed class SpanCollector : IDisposable
{
    /// <summary>The sources that the app exports.</summary>
    public static readonly string[] Ours = [FlowTelemetry.Name, KsefTelemetry.Name];

    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;

    public SpanCollector(params string[] sources)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => sources.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyCollection<Activity> All => _spans;

    /// <summary>The spans in the trace of a file.</summary>
    public IReadOnlyList<Activity> Of(FileRecord record) =>
        [.. _spans.Where(span => span.TraceId.ToHexString() == record.TraceId).OrderBy(span => span.StartTimeUtc)];

    /// <summary>Spans whose parent nobody reported.</summary>
    public IEnumerable<string> Orphans()
    {
        var known = _spans.Select(span => span.SpanId).ToHashSet();
        return _spans.Where(span => span.ParentSpanId != default && !known.Contains(span.ParentSpanId)).Select(span => span.DisplayName);
    }

    public void Dispose() => _listener.Dispose();
}

/// <summary>Tests that look at what the whole process reports.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessWideTests
{
    public const string Name = "reports of the whole process";
}
