using Azure.Core;

namespace KeyVaultStandIn;

/// <summary>Gives a token for Key Vault and for the tenant that the vault names, and for nothing else.</summary>
internal sealed class VaultIdentity : TokenCredential
{
    public const string Token = "token-of-the-identity";
    public const string Tenant = "72f988bf-0000-4000-8000-2d7cd011db47";
    public const string Resource = "https://vault.azure.net";

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        requestContext.Scopes is [$"{Resource}/.default"] && requestContext.TenantId == Tenant
            ? new AccessToken(Token, DateTimeOffset.UtcNow.AddHours(1))
            : throw new InvalidOperationException($"The vault asked for another token than {string.Join(' ', requestContext.Scopes)} of {requestContext.TenantId}.");

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
