using System.Collections.Concurrent;
using System.Security.Cryptography;
using Ksef.Client;
using KsefFunctions.Settings;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Budget;

/// <summary>
/// One budget of KSeF calls for each company, shared by all instances through its document in storage. A reservation is one write under the ETag of the
/// version that this process knows; only where another instance was faster is it read again. No call passes that storage does not know of.
/// </summary>
public sealed partial class SharedCallBudget(BudgetStore store, IOptions<KsefFunctionsOptions> options, TimeProvider time, ILogger<SharedCallBudget> logger) : ICallBudget
{
    /// <summary>Longer waits are for the caller to make durable. The second's window is shorter.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    // An instance that was to ask and did not is followed by another at the next look but one.
    private static readonly TimeSpan AskingTakes = TimeSpan.FromMinutes(20);

    private const int MostConflicts = 50;
    private const int LongestPauseStep = 20;

    private static readonly RateLimits Unlimited = new(new Dictionary<string, RateLimit>());

    private readonly ConcurrentDictionary<ContextIdentifier, HeldWindows> _held = new();
    private readonly string _writer = RandomNumberGenerator.GetHexString(8, lowercase: true);
    private long _writes;

    /// <inheritdoc/>
    public async Task ReserveAsync(ContextIdentifier context, string operation, CancellationToken cancellationToken)
    {
        while (await TryReserveAsync(context, operation, cancellationToken) is { } wait)
        {
            if (wait > LongestWait)
            {
                throw KsefRateLimitException.HeldBack(operation, wait);
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task BlockAsync(ContextIdentifier context, string operation, TimeSpan retryAfter, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        Held(context).Owe(windows => windows.Block(windows.Limits.GroupOf(operation), now, retryAfter));
        try
        {
            await ChangeAsync(context, (windows, _) => (windows, true), cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Owed, so it goes out with the next reservation of this process; the caller must hear of the wait now.
            LogNotShared(failure, context, retryAfter);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ContextIdentifier>> TakeDueAsync(CancellationToken cancellationToken)
    {
        var due = new List<ContextIdentifier>();
        foreach (var (context, held) in _held)
        {
            // Others' calls too: what is reported of the limits comes from here where this process makes no calls.
            held.IsStale = true;
            var (isDue, isSpent) = await ChangeAsync(context, TakeIfDue, cancellationToken);
            if (isDue)
            {
                due.Add(context);
            }
            else if (isSpent)
            {
                _held.TryRemove(context, out _);
            }
        }

        return due;
    }

    /// <inheritdoc/>
    public Task LearnAsync(ContextIdentifier context, RateLimits? limits, CancellationToken cancellationToken) =>
        ChangeAsync(context, (windows, now) => (windows.Learn(limits, now), true), cancellationToken);

    /// <inheritdoc/>
    public IReadOnlyList<LimitUse> Read()
    {
        var now = time.GetUtcNow();
        return [.. _held.SelectMany(pair => pair.Value.Known?.Windows.Uses(pair.Key, now) ?? [])];
    }

    /// <summary>What is left of a company's budget now, all instances counted: one read of storage.</summary>
    public async Task<BudgetView> ReadAsync(string nip, CancellationToken cancellationToken)
    {
        var context = ContextIdentifier.Nip(nip);
        Held(context).IsStale = true;
        return await ChangeAsync(context, (windows, now) => (windows, new BudgetView(windows, KeptLimits(windows), options.Value.ShareLeftToPeople, now)), cancellationToken);
    }

    private static (CallWindows Changed, (bool IsDue, bool IsSpent) Result) TakeIfDue(CallWindows windows, DateTimeOffset now) => windows.IsDue(now)
        ? (windows with { AskAt = now + AskingTakes }, (true, false))
        : (windows, (false, windows.IsSpent(now)));

    private Task<TimeSpan?> TryReserveAsync(ContextIdentifier context, string operation, CancellationToken cancellationToken) => ChangeAsync(
        context,
        (windows, now) => windows.TryReserve(windows.Limits.GroupOf(operation), KeptLimits(windows), now, options.Value.ShareLeftToPeople, out var wait) is { } reserved
            ? (reserved, (TimeSpan?)null)
            : (windows, wait),
        cancellationToken);

    private RateLimits KeptLimits(CallWindows windows) => options.Value.KeepToLimits ? windows.Limits : Unlimited;

    private HeldWindows Held(ContextIdentifier context) => _held.GetOrAdd(context, _ => new HeldWindows());

    /// <summary>Changes a budget under its ETag, and writes it only where there is something new in it.</summary>
    /// <exception cref="IOException">Others change it faster than it can be written.</exception>
    private async Task<T> ChangeAsync<T>(
        ContextIdentifier context, Func<CallWindows, DateTimeOffset, (CallWindows Changed, T Result)> change, CancellationToken cancellationToken)
    {
        var held = Held(context);
        await held.Turn.WaitAsync(cancellationToken);
        try
        {
            for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
            {
                if (held.Known is null || held.IsStale)
                {
                    (held.Known, held.IsStale) = (await store.ReadAsync(context, cancellationToken), false);
                }

                var known = held.Known;
                var now = time.GetUtcNow();
                var (before, owed) = held.WithOwed(known.Windows);
                var (changed, result) = change(before.Rewound(now), now);
                if (ReferenceEquals(changed, known.Windows))
                {
                    held.Written(known, owed);
                    return result;
                }

                var signed = changed with { Writer = $"{_writer}-{Interlocked.Increment(ref _writes)}" };
                if (await store.TryReplaceAsync(context, known, signed, cancellationToken) is { } written)
                {
                    held.Written(written, owed);
                    return result;
                }

                held.IsStale = true;
                await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1 + (LongestPauseStep * conflicts))), time, cancellationToken);
            }

            throw new IOException($"The budget of calls of {context} changes faster than it can be written.");
        }
        finally
        {
            held.Turn.Release();
        }
    }

    [LoggerMessage(2201, LogLevel.Warning, "KSeF's wait of {RetryAfter} for {Context} could not be told to other instances yet")]
    private partial void LogNotShared(Exception failure, ContextIdentifier context, TimeSpan retryAfter);
}
