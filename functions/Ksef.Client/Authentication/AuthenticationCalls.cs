using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;

namespace Ksef.Client;

/// <summary>The single calls of an authentication. Source: KSeF API 2.6, /auth.</summary>
internal sealed class AuthenticationCalls(KsefTransport transport, IOptions<KsefClientOptions> options)
{
    public Task<ChallengeAnswer> ChallengeAsync(CancellationToken cancellationToken) =>
        transport.SendAsync(KsefCall.Post("auth/challenge") with { IsIdempotent = true }, AuthenticationJson.Default.ChallengeAnswer, cancellationToken);

    public Task<AuthenticationStartAnswer> StartWithSignatureAsync(byte[] signedRequest, CancellationToken cancellationToken)
    {
        var query = options.Value.VerifyCertificateChain switch
        {
            true => "?verifyCertificateChain=true",
            false => "?verifyCertificateChain=false",
            null => string.Empty,
        };
        var call = KsefCall.Post("auth/xades-signature").WithXml(signedRequest) with { Query = query };
        return transport.SendAsync(call, AuthenticationJson.Default.AuthenticationStartAnswer, cancellationToken);
    }

    public Task<AuthenticationStartAnswer> StartWithTokenAsync(TokenLoginRequest request, CancellationToken cancellationToken) =>
        transport.SendAsync(
            KsefCall.Post("auth/ksef-token").WithJson(request, AuthenticationJson.Default.TokenLoginRequest),
            AuthenticationJson.Default.AuthenticationStartAnswer,
            cancellationToken);

    public async Task<AuthenticationStatus> StatusAsync(AuthenticationStartAnswer started, CancellationToken cancellationToken)
    {
        var call = KsefCall.Get("auth/{referenceNumber}", started.ReferenceNumber.Value);
        var answer = await SendAsync(call, started.AuthenticationToken.Token, AuthenticationJson.Default.AuthenticationStatusAnswer, cancellationToken);
        return answer.Status;
    }

    /// <summary>KSeF redeems a token once. When the answer is lost, only a new authentication helps: never sent again.</summary>
    public Task<TokensAnswer> RedeemAsync(AuthenticationStartAnswer started, CancellationToken cancellationToken) =>
        SendAsync(KsefCall.Post("auth/token/redeem"), started.AuthenticationToken.Token, AuthenticationJson.Default.TokensAnswer, cancellationToken);

    public Task<TokensAnswer> RefreshAsync(HeldToken refreshToken, CancellationToken cancellationToken) =>
        SendAsync(KsefCall.Post("auth/token/refresh"), refreshToken.Value, AuthenticationJson.Default.TokensAnswer, cancellationToken);

    private Task<T> SendAsync<T>(KsefCall call, string bearer, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        transport.SendAsync(call with { Bearer = bearer }, type, cancellationToken);
}
