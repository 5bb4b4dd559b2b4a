using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ksef.Client;

/// <summary>Refusals. Unknown fields are skipped, missing ones keep their defaults, unknown codes stay numbers.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ErrorBody))]
internal sealed partial class ErrorJson : JsonSerializerContext;
