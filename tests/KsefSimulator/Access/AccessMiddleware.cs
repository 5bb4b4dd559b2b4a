using KsefSimulator.Http;
using KsefSimulator.Logins;

namespace KsefSimulator.Access;

/// <summary>Checks the access token of a request against what its endpoint requires: 401 without a valid one, 403 without the permission.</summary>
internal sealed class AccessMiddleware(RequestDelegate next, JwtIssuer jwt, Authentications authentications)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<AccessRequirement>() is { } requirement)
        {
            var caller = Identify(context);
            if (!caller.Login.Policy.Allows(context.Connection.RemoteIpAddress))
            {
                throw HttpRefusal.AddressNotAllowed(context.Connection.RemoteIpAddress?.ToString() ?? string.Empty);
            }

            if (!caller.HasAny(requirement.AnyOf))
            {
                throw HttpRefusal.MissingPermissions(requirement.AnyOf, caller.Permissions);
            }

            context.Features.Set(caller);
        }

        return next(context);
    }

    private Caller Identify(HttpContext context)
    {
        // An access token works until it expires, even when the login behind it was revoked.
        var claims = BearerToken.Of(context.Request) is { } token ? jwt.Read(token, JwtIssuer.AccessToken) : null;
        return claims is not null && authentications.Find(claims.Arn) is { } login
            ? new Caller(login, claims.Permissions)
            : throw HttpRefusal.Unauthorized();
    }
}
