namespace Ksef.Client.Tests;

/// <summary>The same credential for every context.</summary>
internal sealed class FixedCredential(KsefCredential credential) : IKsefCredentialSource
{
    public ValueTask<KsefCredential> GetAsync(ContextIdentifier context, CancellationToken cancellationToken) => ValueTask.FromResult(credential);
}
