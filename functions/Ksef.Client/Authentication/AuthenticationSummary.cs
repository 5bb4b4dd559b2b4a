namespace Ksef.Client;

/// <summary>What may be known about the tokens in use; the tokens themselves stay inside the client.</summary>
/// <param name="ReferenceNumber">Reference number of the authentication, for evidence and for revoking it.</param>
/// <param name="ValidUntil">When the access token ends, by KSeF's clock.</param>
public sealed record AuthenticationSummary(ReferenceNumber ReferenceNumber, DateTimeOffset ValidUntil);
