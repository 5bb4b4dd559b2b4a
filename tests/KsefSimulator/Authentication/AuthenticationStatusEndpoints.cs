using KsefSimulator.Access;
using KsefSimulator.Http;
using KsefSimulator.Limits;
using KsefSimulator.Logins;

namespace KsefSimulator.Authentication;

/// <summary>GET /auth/{referenceNumber}, with the operation token of that very login.</summary>
internal static class AuthenticationStatusEndpoints
{
    public static void MapAuthenticationStatus(this IEndpointRouteBuilder api) => api
        .MapGet("/auth/{referenceNumber}", Get)
        .WithName("AuthStatus")
        .RateLimited(RateLimitGroup.Anonymous);

    private static IResult Get(string referenceNumber, HttpContext context, JwtIssuer jwt, Authentications authentications, TimeProvider time)
    {
        var claims = BearerToken.Of(context.Request) is { } token ? jwt.Read(token, JwtIssuer.OperationToken, JwtIssuer.AccessToken) : null;
        if (claims is null)
        {
            throw HttpRefusal.Unauthorized();
        }

        var operation = claims.Arn == referenceNumber ? authentications.Get(referenceNumber) : throw Refusals.AuthenticationNotFound(referenceNumber);
        return Answer.Json(AuthenticationItem.Of(operation, time.GetUtcNow()), AuthenticationJson.Types.AuthenticationItem);
    }
}
