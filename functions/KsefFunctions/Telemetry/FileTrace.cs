using System.Diagnostics;
using KsefFunctions.Files;

namespace KsefFunctions.Telemetry;

/// <summary>
/// Spans of a file's way. They belong to the trace of its first drop, which ledger, orchestration and dead letter carry with
/// them: what a host hands on from one function to the next does not decide what joins.
/// </summary>
internal static class FileTrace
{
    private const int MostLinks = 100;

    /// <summary>A span in the trace of a file. It is internal of kind: requests are the host's to report.</summary>
    /// <param name="name">What is done.</param>
    /// <param name="file">Whose trace.</param>
    public static Activity? Start(string name, ITracedFile file)
    {
        if (file.IsNobodys)
        {
            return StartForMany(name, []);
        }

        // A host that propagates has a span of its own in this trace, and ours lies within it.
        var host = Activity.Current is { IsStopped: false } current ? current : null;
        var known = ActivityContext.TryParse(file.TraceParent, traceState: null, isRemote: true, out var drop);
        var span = !known || host?.TraceId == drop.TraceId
            ? FlowTelemetry.Source.StartActivity(name)
            : FlowTelemetry.Source.StartActivity(name, ActivityKind.Internal, drop, tags: null, links: host is null ? [] : [new ActivityLink(host.Context)]);
        return span?.Of(file);
    }

    /// <summary>
    /// The first span of a trace of its own, for what is done for many files at once; it has links to theirs, to a hundred of them at most.
    /// </summary>
    /// <param name="name">What is done.</param>
    /// <param name="files">Traces of the files.</param>
    public static Activity? StartForMany(string name, IEnumerable<string?> files)
    {
        var host = Activity.Current;
        Activity.Current = null;
        try
        {
            var links = files.Take(MostLinks)
                .Select(file => ActivityContext.TryParse(file, traceState: null, isRemote: true, out var drop) ? drop : default)
                .Where(drop => drop != default)
                .Select(drop => new ActivityLink(drop));
            return FlowTelemetry.Source.StartActivity(name, ActivityKind.Internal, parentContext: default, tags: null, links);
        }
        finally
        {
            Activity.Current = host;
        }
    }

    /// <summary>Says which file a span belongs to. One that had to begin before its file was known gets a link to the file's trace.</summary>
    public static Activity Of(this Activity span, ITracedFile file)
    {
        if (ActivityContext.TryParse(file.TraceParent, traceState: null, isRemote: true, out var drop) && drop.TraceId != span.TraceId)
        {
            span.AddLink(new ActivityLink(drop));
        }

        return span.SetTag(Tags.FileId, file.FileId).SetTag(Tags.Attempt, file.Attempt);
    }

    /// <summary>Says in which session of KSeF the current step works.</summary>
    public static void InSession(string referenceNumber) => Activity.Current?.SetTag(Tags.Session, referenceNumber);

    /// <summary>Ends a span badly. Only the number is told: a message might quote an invoice.</summary>
    public static void Failed(this Activity span, string number) =>
        span.SetTag(Tags.Error, number).SetTag(Tags.Outcome, Tags.FailedOutcome).SetStatus(ActivityStatusCode.Error, number);
}
