using System.Net;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace Ksef.Client;

/// <summary>Calls in the name of a context: adds the access token, and logs in once more when KSeF does not take it.</summary>
internal sealed class AuthorizedCalls(ContextIdentifier context, KsefTransport transport, TokenCache tokens, ILogger<AuthorizedCalls> logger)
{
    /// <summary>For addresses that carry their own permission and must not see the token.</summary>
    public KsefTransport Anonymous => transport;

    public Task<T> SendAsync<T>(KsefCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        WithTokenAsync(call, (authorized, ct) => transport.SendAsync(authorized, type, ct), cancellationToken);

    public Task<KsefResponse> SendAsync(KsefCall call, CancellationToken cancellationToken) =>
        WithTokenAsync(call, transport.SendAsync, cancellationToken);

    private async Task<T> WithTokenAsync<T>(KsefCall call, Func<KsefCall, CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        var held = await tokens.GetAsync(cancellationToken);
        try
        {
            return await send(call with { Bearer = held.Access.Value, Context = context }, cancellationToken);
        }
        catch (KsefApiException exception) when (exception.Status == HttpStatusCode.Unauthorized)
        {
            // 401 comes before any processing, so even a send may be repeated.
            Log.TokenRefused(logger, context, call.Operation);
            tokens.Drop(held);
        }

        held = await tokens.GetAsync(cancellationToken);
        return await send(call with { Bearer = held.Access.Value, Context = context }, cancellationToken);
    }
}
