using System.Text.Json.Serialization;
using KsefSimulator.Json;

namespace KsefSimulator.Admin;

/// <summary>Bodies of the admin endpoints.</summary>
[JsonSerializable(typeof(FaultList))]
[JsonSerializable(typeof(FaultChange))]
[JsonSerializable(typeof(ClockReading))]
[JsonSerializable(typeof(ClockChange))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, long>))]
internal sealed partial class AdminJson : JsonSerializerContext
{
    public static AdminJson Types { get; } = new(JsonFormat.Options());
}
