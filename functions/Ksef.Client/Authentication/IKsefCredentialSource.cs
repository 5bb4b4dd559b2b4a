namespace Ksef.Client;

/// <summary>
/// Where the application keeps its credentials. Asked whenever tokens are renewed, which is every quarter of an hour: another credential than
/// that of the last login ends the use of what that login brought, and so does none.
/// </summary>
public interface IKsefCredentialSource
{
    /// <summary>The credential for a context.</summary>
    /// <param name="context">On whose behalf KSeF will be called.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<KsefCredential> GetAsync(ContextIdentifier context, CancellationToken cancellationToken);
}
