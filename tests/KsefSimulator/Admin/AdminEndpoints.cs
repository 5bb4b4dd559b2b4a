using KsefSimulator.Faults;
using KsefSimulator.Http;
using KsefSimulator.Time;

namespace KsefSimulator.Admin;

/// <summary>
/// What KSeF does not have: faults (GET, POST, DELETE /_simulator/faults), the clock (GET /_simulator/clock, POST with <c>advance</c>)
/// and request counts (GET /_simulator/requests).
/// </summary>
internal static class AdminEndpoints
{
    public const string BasePath = "/_simulator";

    public static void MapAdmin(this IEndpointRouteBuilder admin)
    {
        admin.MapGet("/faults", (FaultSwitchboard faults) => Answer.Json(FaultList.Of(faults), AdminJson.Types.FaultList));
        admin.MapPost("/faults", EnableAsync);
        admin.MapDelete("/faults/{name}", (string name, FaultSwitchboard faults) => Changed(faults, () => faults.Disable(name)));
        admin.MapDelete("/faults", (FaultSwitchboard faults) => Changed(faults, faults.Clear));
        admin.MapGet("/clock", (SimulatorClock clock) => Answer.Json(new ClockReading(clock.GetUtcNow(), clock.Offset), AdminJson.Types.ClockReading));
        admin.MapPost("/clock", AdvanceAsync);
        admin.MapGet("/requests", (RequestCounters counters) => Answer.Json(counters.Snapshot, AdminJson.Types.IReadOnlyDictionaryStringInt64));
    }

    private static async Task<IResult> EnableAsync(HttpContext context, FaultSwitchboard faults)
    {
        var change = await JsonBody.ReadAsync(context.Request, AdminJson.Types.FaultChange, context.RequestAborted);
        try
        {
            return Changed(faults, () => faults.Enable(Require.Present(change.Rule, "rule")));
        }
        catch (FormatException exception)
        {
            throw Refusals.InvalidInput(exception.Message);
        }
    }

    private static async Task<IResult> AdvanceAsync(HttpContext context, SimulatorClock clock)
    {
        var change = await JsonBody.ReadAsync(context.Request, AdminJson.Types.ClockChange, context.RequestAborted);
        try
        {
            clock.Advance(Durations.Parse(Require.Present(change.Advance, "advance")));
        }
        catch (Exception exception) when (exception is FormatException or ArgumentOutOfRangeException)
        {
            throw Refusals.InvalidInput(exception.Message);
        }

        return Answer.Json(new ClockReading(clock.GetUtcNow(), clock.Offset), AdminJson.Types.ClockReading);
    }

    private static IResult Changed(FaultSwitchboard faults, Action change)
    {
        change();
        return Answer.Json(FaultList.Of(faults), AdminJson.Types.FaultList);
    }
}
