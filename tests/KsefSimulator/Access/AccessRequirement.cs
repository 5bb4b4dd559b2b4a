namespace KsefSimulator.Access;

/// <summary>An endpoint needs an access token with at least one of the permissions (none named: any valid token will do).</summary>
internal sealed record AccessRequirement(IReadOnlyList<string> AnyOf);

internal static class AccessRequirementExtensions
{
    public static RouteHandlerBuilder RequireAccess(this RouteHandlerBuilder endpoint, params string[] anyOf) =>
        endpoint.WithMetadata(new AccessRequirement(anyOf));
}
