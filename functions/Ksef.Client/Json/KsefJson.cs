using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ksef.Client;

/// <summary>
/// Everything that goes to KSeF or comes from it. Unknown fields are skipped, missing ones keep their defaults, unknown codes stay numbers.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(ChallengeAnswer))]
[JsonSerializable(typeof(AuthenticationStartAnswer))]
[JsonSerializable(typeof(AuthenticationStatusAnswer))]
[JsonSerializable(typeof(TokensAnswer))]
[JsonSerializable(typeof(TokenLoginRequest))]
[JsonSerializable(typeof(IReadOnlyList<PublicKeyAnswer>))]
[JsonSerializable(typeof(OpenOnlineSessionRequest))]
[JsonSerializable(typeof(OpenedOnlineSession))]
[JsonSerializable(typeof(SendInvoiceRequest))]
[JsonSerializable(typeof(SendInvoiceAnswer))]
[JsonSerializable(typeof(OpenBatchSessionRequest))]
[JsonSerializable(typeof(OpenBatchSessionAnswer))]
[JsonSerializable(typeof(SessionStatus))]
[JsonSerializable(typeof(SessionInvoice))]
[JsonSerializable(typeof(SessionInvoicesAnswer))]
[JsonSerializable(typeof(SessionsAnswer))]
[JsonSerializable(typeof(ContextLimits))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, RateLimit>))]
[JsonSerializable(typeof(InvoiceQuery))]
[JsonSerializable(typeof(InvoiceMetadataPage))]
internal sealed partial class KsefJson : JsonSerializerContext;
