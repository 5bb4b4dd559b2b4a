using System.Collections.Concurrent;

namespace KsefSimulator.Http;

/// <summary>Counts requests per endpoint, by the endpoint's name.</summary>
internal sealed class RequestCounters
{
    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> Snapshot => new SortedDictionary<string, long>(_counts, StringComparer.Ordinal);

    public void Count(string endpoint) => _counts.AddOrUpdate(endpoint, 1, (_, count) => count + 1);
}

/// <summary>Counts each request that reached an endpoint, whatever became of it.</summary>
internal sealed class RequestCounterMiddleware(RequestDelegate next, RequestCounters counters)
{
    public Task InvokeAsync(HttpContext context)
    {
        counters.Count(context.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "NotFound");
        return next(context);
    }
}
