using Ksef.Client;

namespace LocalHost.Credentials;

/// <summary>The one credential that the user gave, for every context.</summary>
internal sealed class FixedCredential(KsefCredential credential) : IKsefCredentialSource
{
    public ValueTask<KsefCredential> GetAsync(ContextIdentifier context, CancellationToken cancellationToken) => ValueTask.FromResult(credential);
}
