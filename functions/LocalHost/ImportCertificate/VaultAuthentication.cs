using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;

namespace LocalHost.ImportCertificate;

/// <summary>
/// Signs in to a vault as it asks: the first request goes without a token, the answer names tenant and resource. A resource that is not the
/// vault's own gets no token; a vault on this machine has no name of its own and needs none.
/// </summary>
internal sealed partial class VaultAuthentication(TokenCredential identity) : BearerTokenAuthenticationPolicy(identity, "https://vault.azure.net/.default")
{
    private TokenRequestContext? _asked;

    protected override async ValueTask AuthorizeRequestAsync(HttpMessage message)
    {
        if (_asked is { } context)
        {
            await AuthenticateAndAuthorizeRequestAsync(message, context);
        }
    }

    protected override async ValueTask<bool> AuthorizeRequestOnChallengeAsync(HttpMessage message)
    {
        if (!message.Response.Headers.TryGetValue("WWW-Authenticate", out string? challenge)
            || Part(challenge, "resource") is not { } resource || !IsOf(resource, message.Request.Uri.ToUri())
            || Part(challenge, "authorization") is not { } authority)
        {
            return false;
        }

        _asked = new TokenRequestContext([$"{resource}/.default"], message.Request.ClientRequestId, tenantId: new Uri(authority).AbsolutePath.Trim('/'));
        await AuthenticateAndAuthorizeRequestAsync(message, _asked.Value);
        return true;
    }

    private static bool IsOf(string resource, Uri vault) =>
        vault.IsLoopback
        || (Uri.TryCreate(resource, UriKind.Absolute, out Uri? address) && vault.Host.EndsWith($".{address.Host}", StringComparison.OrdinalIgnoreCase));

    private static string? Part(string challenge, string name) =>
        Pair().Matches(challenge).FirstOrDefault(pair => pair.Groups[1].Value == name)?.Groups[2].Value;

    [GeneratedRegex("(\\w+)=\"([^\"]*)\"")]
    private static partial Regex Pair();
}
