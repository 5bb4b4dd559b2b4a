using KsefSimulator.Access;
using KsefSimulator.Faults;
using KsefSimulator.Http;
using KsefSimulator.Limits;
using KsefSimulator.Logins;
using KsefSimulator.Settings;
using KsefSimulator.Tokens;

namespace KsefSimulator.Authentication;

/// <summary>POST /auth/token/redeem (once per login) and POST /auth/token/refresh.</summary>
internal static class RedemptionEndpoints
{
    public static void MapRedemption(this IEndpointRouteBuilder api)
    {
        api.MapPost("/auth/token/redeem", Redeem).WithName("AuthTokenRedeem").RateLimited(RateLimitGroup.Anonymous);
        api.MapPost("/auth/token/refresh", Refresh).WithName("AuthTokenRefresh").RateLimited(RateLimitGroup.Anonymous);
    }

    private static IResult Redeem(HttpContext context, JwtIssuer jwt, Authentications authentications, KsefTokens tokens, GrantedPermissions granted, SimulatorOptions options)
    {
        var claims = Claims(context, jwt, JwtIssuer.OperationToken);
        RefuseRevokedToken(authentications.Get(claims.Arn), tokens);
        var operation = authentications.Redeem(claims.Arn);
        var permissions = granted.Of(operation);
        return Answer.Json(
            new AuthenticationTokensResponse(
                Info(jwt.Issue(JwtIssuer.AccessToken, operation, permissions, options.AccessTokenLifetime)),
                Info(jwt.Issue(JwtIssuer.RefreshToken, operation, permissions, options.RefreshTokenLifetime))),
            AuthenticationJson.Types.AuthenticationTokensResponse);
    }

    private static IResult Refresh(
        HttpContext context, JwtIssuer jwt, Authentications authentications, KsefTokens tokens, GrantedPermissions granted, FaultSwitchboard faults, SimulatorOptions options)
    {
        var claims = Claims(context, jwt, JwtIssuer.RefreshToken);
        var operation = authentications.Get(claims.Arn);
        RefuseRevokedToken(operation, tokens);
        if (faults.Strikes(context, FaultNames.RefreshRefused, operation.Context.Key))
        {
            throw Refusals.NotAuthorised("Status uwierzytelnienia (425) nie pozwala na odświeżenie tokenu dostępowego.");
        }

        operation = authentications.Refresh(claims.Arn);
        return Answer.Json(
            new AuthenticationTokenRefreshResponse(Info(jwt.Issue(JwtIssuer.AccessToken, operation, granted.Of(operation), options.AccessTokenLifetime))),
            AuthenticationJson.Types.AuthenticationTokenRefreshResponse);
    }

    private static TokenClaims Claims(HttpContext context, JwtIssuer jwt, string type) =>
        (BearerToken.Of(context.Request) is { } token ? jwt.Read(token, type) : null) ?? throw HttpRefusal.Unauthorized();

    private static void RefuseRevokedToken(AuthenticationOperation operation, KsefTokens tokens)
    {
        if (operation.TokenReference is { } reference && !tokens.IsUsable(reference))
        {
            throw Refusals.NotAuthorised("Token KSeF został unieważniony.");
        }
    }

    private static TokenInfo Info(IssuedToken token) => new(token.Token, token.ValidUntil);
}

internal sealed record AuthenticationTokensResponse(TokenInfo AccessToken, TokenInfo RefreshToken);

internal sealed record AuthenticationTokenRefreshResponse(TokenInfo AccessToken);
