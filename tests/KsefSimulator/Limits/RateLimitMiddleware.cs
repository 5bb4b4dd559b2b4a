using System.Collections.Concurrent;
using KsefSimulator.Access;
using KsefSimulator.Http;
using KsefSimulator.Settings;

namespace KsefSimulator.Limits;

/// <summary>Enforces the request limits per (context, address), for endpoints without a context per address alone.</summary>
internal sealed class RateLimitMiddleware(RequestDelegate next, RateLimitBook book, RateLimitUsage usage, SimulatorOptions options, TimeProvider time)
{
    private static readonly RateLimitValues Anonymous = new(60, int.MaxValue, int.MaxValue);

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<RateLimitMembership>() is not { } membership)
        {
            return next(context);
        }

        var caller = context.Features.Get<Caller>();
        var limits = caller is null ? null : book.Enforced(caller.Context);
        var values = caller is not null ? limits?.Of(membership.Group) : options.RateLimits == RateLimitProfile.Off ? null : WithoutContext(membership.Group);
        if (values is null)
        {
            return next(context);
        }

        var group = limits?.Counted(membership.Group) ?? membership.Group;
        // In the group of all other endpoints each counts for itself.
        var endpoint = group == RateLimitGroup.Other ? context.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName : null;
        var address = context.Connection.RemoteIpAddress?.ToString() ?? string.Empty;
        var block = usage.Of(group, endpoint, caller?.Context.Key ?? string.Empty, address).TryTake(values, time.GetUtcNow());
        return block is null ? next(context) : RefuseAsync(context, block);
    }

    private RateLimitValues WithoutContext(RateLimitGroup group) => group == RateLimitGroup.Anonymous ? Anonymous : book.Defaults.Of(group);

    private Task RefuseAsync(HttpContext context, RateLimitBlock block) => TooManyRequests.WriteAsync(
        context, block.RetryAfter, $"{block.Reason} Spróbuj ponownie po {Math.Ceiling(block.RetryAfter.TotalSeconds):0} sekundach.", time.GetUtcNow());
}

/// <summary>The windows of all groups, contexts and addresses.</summary>
internal sealed class RateLimitUsage
{
    private readonly ConcurrentDictionary<(RateLimitGroup Group, string? Endpoint, string Context, string Address), SlidingWindow> _windows = new();

    /// <summary>How much of the limits is used, for the start page.</summary>
    public IEnumerable<(RateLimitGroup Group, string? Endpoint, string Context, string Address, int LastHour)> Used =>
        _windows.Select(pair => (pair.Key.Group, pair.Key.Endpoint, pair.Key.Context, pair.Key.Address, pair.Value.LastHour));

    public SlidingWindow Of(RateLimitGroup group, string? endpoint, string context, string address) => _windows.GetOrAdd((group, endpoint, context, address), _ => new SlidingWindow());
}
