using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ksef.Mapping.Json;

/// <summary>JSON without reflection.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class JsonElements : JsonSerializerContext;
