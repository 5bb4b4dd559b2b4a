using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ksef.Client;

/// <summary>Messages of logging in. Unknown fields are skipped, missing ones keep their defaults, unknown codes stay numbers.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChallengeAnswer))]
[JsonSerializable(typeof(AuthenticationStartAnswer))]
[JsonSerializable(typeof(AuthenticationStatusAnswer))]
[JsonSerializable(typeof(TokensAnswer))]
[JsonSerializable(typeof(TokenLoginRequest))]
internal sealed partial class AuthenticationJson : JsonSerializerContext;
