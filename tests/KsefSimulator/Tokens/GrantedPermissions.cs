using KsefSimulator.Logins;
using KsefSimulator.Permissions;

namespace KsefSimulator.Tokens;

/// <summary>What goes into an access token: the permissions of the KSeF token, or those of the subject in the context.</summary>
internal sealed class GrantedPermissions(PermissionDirectory directory, KsefTokens tokens)
{
    public IReadOnlyList<string> Of(AuthenticationOperation operation) => operation.TokenReference is { } reference
        ? tokens.Find(reference)?.Permissions ?? []
        : directory.Of(operation.Context, operation.Subject);
}
