using System.Text.Json.Serialization;
using KsefSimulator.Json;

namespace KsefSimulator.Logins;

/// <summary>How logins are written in the journal, and what stands in their tokens.</summary>
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(AuthenticationOperation))]
[JsonSerializable(typeof(TokenClaims))]
[JsonSerializable(typeof(TokenSubject))]
internal sealed partial class LoginJson : JsonSerializerContext
{
    public static LoginJson Types { get; } = new(JsonFormat.Options());
}
