using KsefSimulator.Identity;
using KsefSimulator.Settings;
using KsefSimulator.Storage;

namespace KsefSimulator.Limits;

/// <summary>Request limits per context: those of the profile, unless a context has set its own.</summary>
internal sealed class RateLimitBook(Journal journal, SimulatorOptions options)
{
    private readonly JournaledSet<ApiRateLimits> _changed = new(journal, "rate-limits", LimitJson.Types.ApiRateLimits);

    /// <summary>What holds without a change.</summary>
    public ApiRateLimits Defaults { get; } = options.RateLimits == RateLimitProfile.Test
        ? ApiRateLimits.Published(options.SpecLevel).Times(10)
        : ApiRateLimits.Published(options.SpecLevel);

    /// <summary>What GET /rate-limits shows.</summary>
    public ApiRateLimits Shown(ContextIdentifier context) => _changed.TryGet(context.Key, out var limits) ? limits : Defaults;

    /// <summary>What is enforced: null for nothing.</summary>
    public ApiRateLimits? Enforced(ContextIdentifier context) =>
        _changed.TryGet(context.Key, out var limits) ? limits : options.RateLimits == RateLimitProfile.Off ? null : Defaults;

    public void Set(ContextIdentifier context, ApiRateLimits limits) => _changed.Put(context.Key, limits);

    public void SetProduction(ContextIdentifier context) => Set(context, ApiRateLimits.Published(options.SpecLevel));

    public void Reset(ContextIdentifier context) => _changed.Remove(context.Key);
}
