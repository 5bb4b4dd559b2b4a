using System.Collections.Concurrent;

namespace Ksef.Client;

/// <summary>Counts the calls of this process. It holds no call back; KSeF's <c>Retry-After</c> does that.</summary>
/// <param name="time">The clock.</param>
public sealed class CountedCalls(TimeProvider time) : ICallBudget
{
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<ContextIdentifier, Context> _contexts = new();

    /// <inheritdoc/>
    public Task ReserveAsync(ContextIdentifier context, string operation, CancellationToken cancellationToken)
    {
        Of(context).WindowOf(operation).Add(time.GetUtcNow());
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task BlockAsync(ContextIdentifier context, string operation, TimeSpan retryAfter, CancellationToken cancellationToken)
    {
        Of(context).WindowOf(operation).BlockUntil(time.GetUtcNow() + retryAfter);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ContextIdentifier>> TakeDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        IReadOnlyList<ContextIdentifier> due = [.. _contexts.Where(pair => now - pair.Value.AskedAt >= Age && pair.Value.Read(pair.Key, now).Any()).Select(pair => pair.Key)];
        return Task.FromResult(due);
    }

    /// <inheritdoc/>
    public Task LearnAsync(ContextIdentifier context, RateLimits? limits, CancellationToken cancellationToken)
    {
        var known = Of(context);
        known.AskedAt = time.GetUtcNow();
        known.Limits = limits ?? known.Limits;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public IReadOnlyList<LimitUse> Read()
    {
        var now = time.GetUtcNow();
        return [.. _contexts.SelectMany(pair => pair.Value.Read(pair.Key, now))];
    }

    private Context Of(ContextIdentifier context) => _contexts.GetOrAdd(context, _ => new Context());

    private sealed class Context
    {
        private readonly ConcurrentDictionary<string, CallWindow> _windows = new(StringComparer.Ordinal);

        public RateLimits Limits { get; set; } = RateLimits.Published;

        public DateTimeOffset AskedAt { get; set; }

        public CallWindow WindowOf(string operation) => _windows.GetOrAdd(Limits.GroupOf(operation), _ => new CallWindow());

        public IEnumerable<LimitUse> Read(ContextIdentifier context, DateTimeOffset now)
        {
            foreach (var (group, window) in _windows)
            {
                var limit = Limits.Groups.GetValueOrDefault(group);
                if (limit?.PerMinute is { } minute && window.Left(minute, LimitWindow.Minute, now) is { } inMinute)
                {
                    yield return new LimitUse(context, group, LimitWindow.Minute, minute, inMinute);
                }

                if (limit?.PerHour is { } hour && window.Left(hour, LimitWindow.Hour, now) is { } inHour)
                {
                    yield return new LimitUse(context, group, LimitWindow.Hour, hour, inHour);
                }
            }
        }
    }
}
