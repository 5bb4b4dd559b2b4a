using System.Text.Json.Serialization;

namespace KsefFunctions.Dispatch;

/// <summary>JSON of what the dispatchers write.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(QueueState))]
[JsonSerializable(typeof(bool))]
internal sealed partial class DispatchJson : JsonSerializerContext;
