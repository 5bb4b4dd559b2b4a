using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ksef.Client;

/// <summary>The way into the client. One per application: the tokens live in the contexts it keeps.</summary>
public sealed class KsefContexts
{
    private readonly ConcurrentDictionary<ContextIdentifier, KsefContext> _contexts = new();
    private readonly Func<ContextIdentifier, KsefContext> _create;

    /// <summary>Called by the service provider.</summary>
    /// <param name="clients">Source of the HTTP client.</param>
    /// <param name="credentials">The application's credentials.</param>
    /// <param name="options">Environment, timeouts, warnings.</param>
    /// <param name="limits">Where the calls are counted, and reports of it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logs">The log.</param>
    public KsefContexts(
        IHttpClientFactory clients,
        IKsefCredentialSource credentials,
        IOptions<KsefClientOptions> options,
        LimitMeter limits,
        TimeProvider time,
        ILoggerFactory logs)
    {
        ArgumentNullException.ThrowIfNull(options);
        var transport = new KsefTransport(clients, options, limits.Budget, time, logs.CreateLogger<KsefTransport>());
        PublicKeys = new PublicKeys(transport, options, time, logs.CreateLogger<PublicKeys>());
        var calls = new AuthenticationCalls(transport, options);
        var login = new Login(calls, PublicKeys, options, time);
        _create = context =>
        {
            var tokens = new TokenCache(context, credentials, login, calls, time, logs.CreateLogger<TokenCache>());
            var authorized = new AuthorizedCalls(context, transport, tokens, logs.CreateLogger<AuthorizedCalls>());
            return new KsefContext(context, tokens, authorized, PublicKeys, options.Value);
        };
    }

    /// <summary>KSeF's public keys, the same for all contexts.</summary>
    public PublicKeys PublicKeys { get; }

    /// <summary>The context of an identifier, always the same one for equal identifiers.</summary>
    /// <param name="context">On whose behalf KSeF will be called.</param>
    public KsefContext For(ContextIdentifier context) => _contexts.GetOrAdd(context, _create);
}
