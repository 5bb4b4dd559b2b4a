using Azure.Core;

namespace KeyVaultServer;

/// <summary>Gives clients in this process the vault's token, for Key Vault and for the tenant that the vault names, and for nothing else.</summary>
internal sealed class VaultCredential(VaultIdentity identity, TimeProvider time) : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        requestContext.Scopes is [$"{VaultIdentity.Resource}/.default"] && requestContext.TenantId == VaultIdentity.Tenant
            ? new AccessToken(identity.Token, time.GetUtcNow().AddHours(1))
            : throw new InvalidOperationException($"The vault asked for another token than {string.Join(' ', requestContext.Scopes)} of {requestContext.TenantId}.");

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
