using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalHost.Host.Timers;

/// <summary>What a timer function is told, as the worker's <c>TimerInfo</c> reads it.</summary>
internal sealed partial record TimerInput(TimerInput.Status ScheduleStatus, bool IsPastDue)
{
    public static string ToJson(DateTimeOffset last, DateTimeOffset next) =>
        JsonSerializer.Serialize(new TimerInput(new Status(last.UtcDateTime, next.UtcDateTime, last.UtcDateTime), IsPastDue: false), InputJson.Default.TimerInput);

    internal sealed record Status(DateTime Last, DateTime Next, DateTime LastUpdated);

    [JsonSerializable(typeof(TimerInput))]
    private sealed partial class InputJson : JsonSerializerContext;
}
