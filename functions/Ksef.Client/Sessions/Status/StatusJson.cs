using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ksef.Client;

/// <summary>Answers about sessions. Unknown fields are skipped, missing ones keep their defaults, unknown codes stay numbers.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SessionStatus))]
[JsonSerializable(typeof(SessionInvoice))]
[JsonSerializable(typeof(SessionInvoicesAnswer))]
[JsonSerializable(typeof(SessionsAnswer))]
internal sealed partial class StatusJson : JsonSerializerContext;
