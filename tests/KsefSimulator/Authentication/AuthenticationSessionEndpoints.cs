using KsefSimulator.Access;
using KsefSimulator.Http;
using KsefSimulator.Limits;
using KsefSimulator.Logins;
using KsefSimulator.Paging;

namespace KsefSimulator.Authentication;

/// <summary>GET /auth/sessions, DELETE /auth/sessions/current, DELETE /auth/sessions/{referenceNumber}.</summary>
internal static class AuthenticationSessionEndpoints
{
    public static void MapAuthenticationSessions(this IEndpointRouteBuilder api)
    {
        api.MapGet("/auth/sessions", List).WithName("AuthSessions").RequireAccess().RateLimited(RateLimitGroup.Other);
        api.MapDelete("/auth/sessions/current", RevokeCurrent).WithName("AuthSessionRevokeCurrent").RateLimited(RateLimitGroup.Other);
        api.MapDelete("/auth/sessions/{referenceNumber}", Revoke).WithName("AuthSessionRevoke").RequireAccess().RateLimited(RateLimitGroup.Other);
    }

    private static IResult List(HttpContext context, Authentications authentications, TimeProvider time)
    {
        var caller = context.Caller();
        var page = Page.From(context.Request, "auth-sessions", maximum: 100);
        var active = authentications.Active(caller.Context, caller.Subject);
        var items = active.Skip(page.Offset).Take(page.Size)
            .Select(operation => AuthenticationItem.Of(operation, time.GetUtcNow()) with
            {
                ReferenceNumber = operation.ReferenceNumber,
                IsCurrent = operation.ReferenceNumber == caller.Login.ReferenceNumber,
            })
            .ToList();
        return Answer.Json(new AuthenticationListResponse(page.Next(active.Count, "auth-sessions"), items), AuthenticationJson.Types.AuthenticationListResponse);
    }

    // Takes a refresh token as well as an access token, so it reads the token itself.
    private static IResult RevokeCurrent(HttpContext context, JwtIssuer jwt, Authentications authentications)
    {
        var claims = BearerToken.Of(context.Request) is { } token ? jwt.Read(token, JwtIssuer.AccessToken, JwtIssuer.RefreshToken) : null;
        authentications.Revoke((claims ?? throw HttpRefusal.Unauthorized()).Arn);
        return Answer.NoContent();
    }

    private static IResult Revoke(string referenceNumber, HttpContext context, Authentications authentications)
    {
        var caller = context.Caller();
        if (authentications.Find(referenceNumber) is not { } operation || operation.Context != caller.Context || operation.Subject != caller.Subject)
        {
            throw Refusals.InvalidInput($"Sesja uwierzytelnienia o numerze referencyjnym {referenceNumber} nie została znaleziona.");
        }

        authentications.Revoke(referenceNumber);
        return Answer.NoContent();
    }
}
