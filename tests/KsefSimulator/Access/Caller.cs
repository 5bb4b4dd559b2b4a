using KsefSimulator.Identity;
using KsefSimulator.Logins;

namespace KsefSimulator.Access;

/// <summary>Who makes a request: the login behind the access token and the permissions written into it.</summary>
internal sealed record Caller(AuthenticationOperation Login, IReadOnlyList<string> Permissions)
{
    public ContextIdentifier Context => Login.Context;

    public SubjectIdentifier Subject => Login.Subject;

    public bool IsByToken => Login.TokenReference is not null;

    public bool Has(string permission) =>
        Permissions.Contains(permission) || (Permissions.Contains(Permission.Owner) && Permission.OfOwner.Contains(permission));

    public bool HasAny(IReadOnlyList<string> permissions) => permissions.Count == 0 || permissions.Any(Has);
}
