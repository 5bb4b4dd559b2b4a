using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ksef.Client;

/// <summary>Answers about limits. Unknown fields are skipped, missing ones keep their defaults, unknown codes stay numbers.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ContextLimits))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, RateLimit>))]
internal sealed partial class LimitJson : JsonSerializerContext;
