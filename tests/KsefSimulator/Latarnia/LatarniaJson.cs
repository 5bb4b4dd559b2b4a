using System.Text.Json.Serialization;
using KsefSimulator.Json;

namespace KsefSimulator.Latarnia;

/// <summary>Bodies of Latarnia.</summary>
[JsonSerializable(typeof(LatarniaStatus))]
[JsonSerializable(typeof(List<LatarniaMessage>))]
internal sealed partial class LatarniaJson : JsonSerializerContext
{
    public static LatarniaJson Types { get; } = new(JsonFormat.Options());
}
