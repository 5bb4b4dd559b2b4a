namespace Ksef.Client;

/// <summary>Where the application keeps its credentials. Asked at every full login, so a rotated credential is picked up.</summary>
public interface IKsefCredentialSource
{
    /// <summary>The credential for a context.</summary>
    /// <param name="context">On whose behalf KSeF will be called.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<KsefCredential> GetAsync(ContextIdentifier context, CancellationToken cancellationToken);
}
