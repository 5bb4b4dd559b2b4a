using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using Azure.Core.Diagnostics;

namespace KsefFunctions.Tests.Telemetry;

/// <summary>
/// Everything that could leave the process as telemetry while it listens: log lines with values and scopes, what the Azure SDK says at its most
/// talkative, and every span of every source with tags, events and links.
/// </summary>
internal sealed class Reports : IDisposable
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ActivityListener _spans;
    private readonly AzureEventSourceListener _azure;
    private readonly LogCollector _log;

    /// <param name="log">The app's log.</param>
    /// <param name="isOfTheApp">False for spans of what only stands in for the world outside, such as the simulator.</param>
    public Reports(LogCollector log, Func<Activity, bool> isOfTheApp)
    {
        _log = log;
        _azure = new AzureEventSourceListener((data, message) => _lines.Enqueue($"{data.EventSource.Name} {message}"), EventLevel.LogAlways);
        _spans = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (isOfTheApp(span))
                {
                    _lines.Enqueue(Describe(span));
                }
            },
        };
        ActivitySource.AddActivityListener(_spans);
    }

    public IReadOnlyList<string> Lines => [.. _log.Lines, .. _lines.ToArray()];

    /// <summary>The lines that hold one of the secrets.</summary>
    public IEnumerable<string> Leaks(IReadOnlyDictionary<string, string> secrets) =>
        from line in Lines
        from secret in secrets
        where line.Contains(secret.Key, StringComparison.Ordinal)
        select $"{secret.Value} in: {(line.Length < 600 ? line : line[..600])}";

    public void Dispose()
    {
        _spans.Dispose();
        _azure.Dispose();
    }

    private static string Describe(Activity span) => string.Join(
        ' ',
        [
            "Span", span.Source.Name, span.DisplayName, span.StatusDescription, span.TraceStateString,
            .. Pairs(span.TagObjects),
            .. span.Baggage.Select(item => $"{item.Key}={item.Value}"),
            .. span.Events.SelectMany(one => Pairs(one.Tags).Prepend(one.Name)),
            .. span.Links.SelectMany(link => Pairs(link.Tags ?? [])),
        ]);

    private static IEnumerable<string> Pairs(IEnumerable<KeyValuePair<string, object?>> tags) => tags.Select(tag => $"{tag.Key}={tag.Value}");
}
