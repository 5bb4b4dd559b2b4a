using KsefFunctions.Errors;
using KsefFunctions.Telemetry;
using KsefFunctions.Watch;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Api;

/// <summary><c>GET watch</c>: what the regular looks found last, and how much of KSeF's limits is used.</summary>
public sealed class ShowWatch(WatchReports reports, LimitFindings limits)
{
    [Function("Watch")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "watch")] HttpRequest request, CancellationToken cancellationToken)
    {
        var kept = await Task.WhenAll(WatchNames.Kept.Select(name => reports.ReadAsync(name, cancellationToken)));
        var found = kept.OfType<WatchReport>().Append(await limits.LookAsync(cancellationToken));
        return HttpResults.Json(new WatchView([.. found.Select(WatchReportView.Of)]), ApiJson.Default.WatchView);
    }
}

/// <summary>The last report of each regular look that has ended at least once.</summary>
public sealed record WatchView(IReadOnlyList<WatchReportView> Reports);

/// <summary>One report.</summary>
/// <param name="Name">Which look.</param>
/// <param name="At">When it ended.</param>
/// <param name="Total">How much it found; <paramref name="Findings"/> lists a few hundred at most.</param>
/// <param name="Findings">The gravest first.</param>
public sealed record WatchReportView(string Name, DateTimeOffset At, int Total, IReadOnlyList<WatchFindingView> Findings)
{
    public static WatchReportView Of(WatchReport report) => new(report.Name, report.At, report.Total, [.. report.Findings.Select(WatchFindingView.Of)]);
}

/// <summary>One finding, with what to do about it.</summary>
public sealed record WatchFindingView(
    string Code, string Severity, string Message, string MessagePl, string? WhatToDo, string? WhatToDoPl, string? ContextNip, string? FileId)
{
    public static WatchFindingView Of(WatchFinding finding)
    {
        var definition = ErrorCatalogue.Find(finding.Code);
        return new WatchFindingView(
            finding.Code,
            finding.Warning ? "warning" : "error",
            finding.Message,
            finding.MessagePl,
            definition?.WhatToDo,
            definition?.WhatToDoPl,
            finding.ContextNip,
            finding.FileId);
    }
}
