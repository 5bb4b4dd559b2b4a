namespace Ksef.Client;

/// <summary>What a context may do. Source: KSeF API 2.6, /limits and /rate-limits.</summary>
public sealed class Limits
{
    private readonly AuthorizedCalls _calls;

    internal Limits(AuthorizedCalls calls) => _calls = calls;

    /// <summary>Sizes and numbers of invoices. GET /limits/context.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<ContextLimits> GetAsync(CancellationToken cancellationToken) =>
        _calls.SendAsync(KsefCall.Get("limits/context"), LimitJson.Default.ContextLimits, cancellationToken);

    /// <summary>Calls per second, minute and hour. GET /rate-limits.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<RateLimits> GetRateLimitsAsync(CancellationToken cancellationToken) =>
        new(await _calls.SendAsync(KsefCall.Get("rate-limits"), LimitJson.Default.IReadOnlyDictionaryStringRateLimit, cancellationToken));
}
