using System.Text.Json.Serialization;

namespace LocalHost.Queues;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(QueueMessage))]
internal sealed partial class QueueJson : JsonSerializerContext;
