using System.Globalization;

namespace Ksef.Client;

/// <summary>
/// Authentication ended in a status that trying again will not change: no permissions, wrong token, certificate not trusted or revoked,
/// blocked. A person must look.
/// </summary>
public sealed class KsefAuthenticationException : KsefException
{
    internal KsefAuthenticationException(AuthenticationStatus authenticationStatus)
        : base($"KSeF refused the authentication with status {((int)authenticationStatus.Code).ToString(CultureInfo.InvariantCulture)}: {authenticationStatus.Description}") =>
        AuthenticationStatus = authenticationStatus;

    /// <summary>The final status.</summary>
    public AuthenticationStatus AuthenticationStatus { get; }
}
