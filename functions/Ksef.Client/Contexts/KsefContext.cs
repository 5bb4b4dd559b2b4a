namespace Ksef.Client;

/// <summary>KSeF as one context sees it. Safe for use by many callers at once; tokens are shared between them.</summary>
public sealed class KsefContext
{
    private readonly TokenCache _tokens;

    internal KsefContext(ContextIdentifier identifier, TokenCache tokens, AuthorizedCalls calls, PublicKeys keys, KsefClientOptions options)
    {
        Identifier = identifier;
        _tokens = tokens;
        PublicKeys = keys;
        Online = new OnlineSessions(calls, keys);
        Batch = new BatchSessions(calls, keys, options);
        Sessions = new Sessions(calls);
        Invoices = new Invoices(calls);
        Limits = new Limits(calls);
    }

    /// <summary>On whose behalf the calls are made.</summary>
    public ContextIdentifier Identifier { get; }

    /// <summary>Sessions for single invoices.</summary>
    public OnlineSessions Online { get; }

    /// <summary>Sessions for packages of invoices.</summary>
    public BatchSessions Batch { get; }

    /// <summary>Status, invoices and UPOs of sessions of both kinds.</summary>
    public Sessions Sessions { get; }

    /// <summary>Invoices that KSeF holds.</summary>
    public Invoices Invoices { get; }

    /// <summary>What this context may do, and how often.</summary>
    public Limits Limits { get; }

    /// <summary>KSeF's public keys, the same for all contexts.</summary>
    public PublicKeys PublicKeys { get; }

    /// <summary>Makes sure that a valid access token is held. Every other call does so by itself.</summary>
    /// <param name="cancellationToken">Stops waiting; a login that others wait for goes on.</param>
    /// <exception cref="KsefAuthenticationException">KSeF refused for good.</exception>
    public async Task<AuthenticationSummary> AuthenticateAsync(CancellationToken cancellationToken)
    {
        var held = await _tokens.GetAsync(cancellationToken);
        return new AuthenticationSummary(held.ReferenceNumber, held.Access.ValidUntil);
    }
}
