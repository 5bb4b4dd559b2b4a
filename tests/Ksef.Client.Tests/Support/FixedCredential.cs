namespace Ksef.Client.Tests;

/// <summary>The same credential for every context, until the test gives another.</summary>
internal sealed class FixedCredential(KsefCredential credential) : IKsefCredentialSource
{
    public KsefCredential Current { get; set; } = credential;

    public ValueTask<KsefCredential> GetAsync(ContextIdentifier context, CancellationToken cancellationToken) => ValueTask.FromResult(Current);
}
