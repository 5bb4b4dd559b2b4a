using KsefSimulator.Faults;
using KsefSimulator.Http;

namespace KsefSimulator.Latarnia;

/// <summary>
/// Latarnia, the availability service: GET /latarnia/status and /latarnia/messages, and the same at the root: on a host of its own
/// that is where it is, and the Ministry's client drops the path of its base address.
/// </summary>
internal static class LatarniaEndpoints
{
    private const string Available = "AVAILABLE";
    private const string Failure = "FAILURE";
    private const string TotalFailure = "TOTAL_FAILURE";

    public static void MapLatarnia(this IEndpointRouteBuilder app)
    {
        app.MapGet("/latarnia/status", Status).WithName("LatarniaStatus");
        app.MapGet("/latarnia/messages", Messages).WithName("LatarniaMessages");
        app.MapGet("/status", Status).WithName("LatarniaStatusAtRoot");
        app.MapGet("/messages", Messages).WithName("LatarniaMessagesAtRoot");
    }

    private static IResult Status(HttpContext context, FaultSwitchboard faults, TimeProvider time)
    {
        var messages = Current(context, faults, time.GetUtcNow());
        var status = faults.Strikes(context, FaultNames.LatarniaFalseAlarm, string.Empty)
            ? TotalFailure
            : messages is [.., { Type: "FAILURE_START" }] ? Failure : Available;
        return Answer.Json(new LatarniaStatus(status, messages), LatarniaJson.Types.LatarniaStatus);
    }

    private static IResult Messages(HttpContext context, FaultSwitchboard faults, TimeProvider time) =>
        Answer.Json(Current(context, faults, time.GetUtcNow()), LatarniaJson.Types.ListLatarniaMessage);

    // The failure announced by the fault begins when it is switched on and ends after its duration; the end changes the version of the message.
    private static List<LatarniaMessage> Current(HttpContext context, FaultSwitchboard faults, DateTimeOffset now)
    {
        if (faults.Find(context, FaultNames.LatarniaFailureWindow) is not { } rule)
        {
            return [];
        }

        var start = rule.StartedAt(now);
        var end = start + (rule.Duration ?? TimeSpan.Zero);
        var isOver = now >= end;
        return
        [
            new LatarniaMessage(
                "simulator-1",
                1,
                "FAILURE",
                isOver ? "FAILURE_END" : "FAILURE_START",
                "Awaria KSeF (symulowana)",
                isOver ? "Koniec awarii." : "Początek awarii.",
                start,
                isOver ? end : null,
                isOver ? 2 : 1,
                isOver ? end : start),
        ];
    }
}

internal sealed record LatarniaStatus(string Status, IReadOnlyList<LatarniaMessage> Messages);

internal sealed record LatarniaMessage(
    string Id, int EventId, string Category, string Type, string Title, string Text, DateTimeOffset Start, DateTimeOffset? End, int Version, DateTimeOffset Published);
