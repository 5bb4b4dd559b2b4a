using System.Text.Json.Serialization;
using KsefSimulator.Identity;
using KsefSimulator.Json;

namespace KsefSimulator.Authentication;

/// <summary>Bodies of the operations of logging in, and the blocked contexts of the journal.</summary>
[JsonSerializable(typeof(ContextIdentifier))]
[JsonSerializable(typeof(AuthenticationChallengeResponse))]
[JsonSerializable(typeof(AuthenticationInitResponse))]
[JsonSerializable(typeof(InitTokenAuthenticationRequest))]
[JsonSerializable(typeof(AuthenticationItem))]
[JsonSerializable(typeof(AuthenticationListResponse))]
[JsonSerializable(typeof(AuthenticationTokensResponse))]
[JsonSerializable(typeof(AuthenticationTokenRefreshResponse))]
internal sealed partial class AuthenticationJson : JsonSerializerContext
{
    public static AuthenticationJson Types { get; } = new(JsonFormat.Options());
}
