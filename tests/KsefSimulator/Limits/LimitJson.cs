using System.Text.Json.Serialization;
using KsefSimulator.Json;

namespace KsefSimulator.Limits;

/// <summary>How limits are written, for clients and for the journal.</summary>
[JsonSerializable(typeof(ContextLimits))]
[JsonSerializable(typeof(ApiRateLimits))]
[JsonSerializable(typeof(SubjectLimits))]
[JsonSerializable(typeof(SubjectLimitsResponse))]
internal sealed partial class LimitJson : JsonSerializerContext
{
    public static LimitJson Types { get; } = new(JsonFormat.Options());
}
