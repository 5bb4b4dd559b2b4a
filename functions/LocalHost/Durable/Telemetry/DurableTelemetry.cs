using System.Diagnostics;
using System.Diagnostics.Metrics;
using LocalHost.Durable.History;

namespace LocalHost.Durable.Telemetry;

/// <summary>Spans and figures of the engine. Spans of an instance hang together by the trace context that its history keeps.</summary>
internal static class DurableTelemetry
{
    /// <summary>The name under which spans and figures are published.</summary>
    public const string Name = "LocalHost.Durable";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Turns = Meter.CreateCounter<long>("durable.turns", "{turn}", "Turns taken by orchestrations.");
    private static readonly Counter<long> Activities = Meter.CreateCounter<long>("durable.activities", "{run}", "Runs of activities.");
    private static readonly Counter<long> Events = Meter.CreateCounter<long>("durable.history.events", "{entry}", "Entries added to histories.");

    /// <summary>A span around the start of an instance. Its id goes into the instance's history.</summary>
    public static Activity? StartCreation(string orchestrator, string instanceId) =>
        Tag(Source.StartActivity($"create_orchestration:{orchestrator}", ActivityKind.Producer), orchestrator, instanceId);

    /// <summary>A span around one run of an activity.</summary>
    public static Activity? StartActivity(ActivityInvocation call, string? traceParent)
    {
        Activities.Add(1, new KeyValuePair<string, object?>("durabletask.task.name", call.Name));
        var span = Source.StartActivity($"activity:{call.Name}", ActivityKind.Server, Parent(traceParent));
        return Tag(span, call.Name, call.InstanceId)?.SetTag("durabletask.task.task_id", call.TaskId);
    }

    /// <summary>The span of a whole execution, reported when it has ended.</summary>
    public static void ReportExecution(ExecutionKey key, ExecutionStarted started, ExecutionCompleted completed)
    {
        var span = Source.StartActivity(
            $"orchestration:{started.Name}", ActivityKind.Server, Parent(started.TraceParent), startTime: started.CreatedAt);
        Tag(span, started.Name, key.InstanceId)?.SetTag("durabletask.task.status", completed.Status.ToString());
        if (completed.Failure is { } failure)
        {
            span?.SetStatus(ActivityStatusCode.Error, failure.Type);
        }

        span?.SetEndTime(completed.At.UtcDateTime);
        span?.Dispose();
    }

    public static void CountTurn(string orchestrator) =>
        Turns.Add(1, new KeyValuePair<string, object?>("durabletask.task.name", orchestrator));

    public static void CountEvents(int count) => Events.Add(count);

    private static ActivityContext Parent(string? traceParent) =>
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var context) ? context : default;

    private static Activity? Tag(Activity? span, string name, string instanceId) => span?
        .SetTag("durabletask.task.name", name)
        .SetTag("durabletask.task.instance_id", instanceId);
}
