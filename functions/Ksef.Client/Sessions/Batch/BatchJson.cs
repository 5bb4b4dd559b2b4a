using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ksef.Client;

/// <summary>Messages of batch sessions. Unknown fields are skipped, missing ones keep their defaults, unknown codes stay numbers.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OpenBatchSessionRequest))]
[JsonSerializable(typeof(OpenBatchSessionAnswer))]
internal sealed partial class BatchJson : JsonSerializerContext;
