using System.Text.Json.Serialization;
using KsefSimulator.Admin;
using KsefSimulator.Authentication;
using KsefSimulator.Http;
using KsefSimulator.Limits;
using KsefSimulator.PublicKeys;
using KsefSimulator.Sessions.Batch;
using KsefSimulator.Sessions.Online;
using KsefSimulator.Sessions.Status;
using KsefSimulator.Tokens;

namespace KsefSimulator.Json;

/// <summary>Bodies of requests and responses.</summary>
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(ExceptionResponse))]
[JsonSerializable(typeof(TooManyRequestsResponse))]
[JsonSerializable(typeof(TokenClaims))]
[JsonSerializable(typeof(TokenSubject))]
[JsonSerializable(typeof(AuthenticationChallengeResponse))]
[JsonSerializable(typeof(AuthenticationInitResponse))]
[JsonSerializable(typeof(InitTokenAuthenticationRequest))]
[JsonSerializable(typeof(AuthenticationItem))]
[JsonSerializable(typeof(AuthenticationListResponse))]
[JsonSerializable(typeof(AuthenticationTokensResponse))]
[JsonSerializable(typeof(AuthenticationTokenRefreshResponse))]
[JsonSerializable(typeof(List<PublicKeyCertificate>))]
[JsonSerializable(typeof(GenerateTokenRequest))]
[JsonSerializable(typeof(GenerateTokenResponse))]
[JsonSerializable(typeof(TokenItem))]
[JsonSerializable(typeof(QueryTokensResponse))]
[JsonSerializable(typeof(OpenOnlineSessionRequest))]
[JsonSerializable(typeof(OpenOnlineSessionResponse))]
[JsonSerializable(typeof(SendInvoiceRequest))]
[JsonSerializable(typeof(SendInvoiceResponse))]
[JsonSerializable(typeof(OpenBatchSessionRequest))]
[JsonSerializable(typeof(OpenBatchSessionResponse))]
[JsonSerializable(typeof(SessionStatusResponse))]
[JsonSerializable(typeof(SessionInvoicesResponse))]
[JsonSerializable(typeof(SessionInvoiceItem))]
[JsonSerializable(typeof(SessionsQueryResponse))]
[JsonSerializable(typeof(ContextLimits))]
[JsonSerializable(typeof(ApiRateLimits))]
[JsonSerializable(typeof(FaultList))]
[JsonSerializable(typeof(FaultChange))]
[JsonSerializable(typeof(ClockReading))]
[JsonSerializable(typeof(ClockChange))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, long>))]
internal sealed partial class WireJson : JsonSerializerContext;
