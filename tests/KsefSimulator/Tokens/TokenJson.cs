using System.Text.Json.Serialization;
using KsefSimulator.Json;

namespace KsefSimulator.Tokens;

/// <summary>How KSeF tokens are written, for clients and for the journal.</summary>
[JsonSerializable(typeof(KsefToken))]
[JsonSerializable(typeof(GenerateTokenRequest))]
[JsonSerializable(typeof(GenerateTokenResponse))]
[JsonSerializable(typeof(TokenItem))]
[JsonSerializable(typeof(QueryTokensResponse))]
internal sealed partial class TokenJson : JsonSerializerContext
{
    public static TokenJson Types { get; } = new(JsonFormat.Options());
}
