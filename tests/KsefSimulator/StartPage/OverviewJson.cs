using System.Text.Json.Serialization;
using KsefSimulator.Json;

namespace KsefSimulator.StartPage;

/// <summary>The body behind the start page.</summary>
[JsonSerializable(typeof(OverviewBody))]
internal sealed partial class OverviewJson : JsonSerializerContext
{
    public static OverviewJson Types { get; } = new(JsonFormat.Options());
}
