using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ksef.Client;

/// <summary>Messages of online sessions. Unknown fields are skipped, missing ones keep their defaults, unknown codes stay numbers.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OpenOnlineSessionRequest))]
[JsonSerializable(typeof(OpenedOnlineSession))]
[JsonSerializable(typeof(SendInvoiceRequest))]
[JsonSerializable(typeof(SendInvoiceAnswer))]
internal sealed partial class OnlineJson : JsonSerializerContext;
