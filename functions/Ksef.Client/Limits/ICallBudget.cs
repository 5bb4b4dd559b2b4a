namespace Ksef.Client;

/// <summary>
/// Where calls are counted against KSeF's limits, by context and group of calls. Every call in the name of a context is reserved here before it is
/// made, the short retry of a call as a call of its own. The client's own <see cref="CountedCalls"/> counts the calls of this process and holds nothing
/// back; an application with several processes behind one address registers one that they share.
/// Logins, public keys and addresses of KSeF's storage have no context, or no limit, and are not counted.
/// </summary>
public interface ICallBudget
{
    /// <summary>Reserves a call. Returns when it may be made; a short wait is up to the budget.</summary>
    /// <param name="context">Whose limits it counts against.</param>
    /// <param name="operation">Method and path template; see <see cref="RateLimits.GroupOf"/> and <see cref="SessionOperation"/>.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="KsefRateLimitException">Not now: <see cref="KsefRateLimitException.HeldBack"/>. Nothing was sent.</exception>
    /// <remarks>What else it throws reaches the caller as it is, and the call is not made: no call goes out uncounted.</remarks>
    Task ReserveAsync(ContextIdentifier context, string operation, CancellationToken cancellationToken);

    /// <summary>KSeF turned a call away with 429: nobody calls in its group before the time is over. The longest wait counts.</summary>
    /// <param name="context">Whose call it was.</param>
    /// <param name="operation">Method and path template.</param>
    /// <param name="retryAfter">What KSeF demands, counted from now.</param>
    /// <param name="cancellationToken">Stops telling others; this process keeps to it all the same.</param>
    Task BlockAsync(ContextIdentifier context, string operation, TimeSpan retryAfter, CancellationToken cancellationToken);

    /// <summary>Contexts whose own limits the caller is to ask KSeF for now, each given to one caller a day. The answer goes to <see cref="LearnAsync"/>.</summary>
    /// <param name="cancellationToken">Stops looking.</param>
    Task<IReadOnlyList<ContextIdentifier>> TakeDueAsync(CancellationToken cancellationToken);

    /// <summary>Takes over the limits that KSeF names for a context.</summary>
    /// <param name="context">Whose limits.</param>
    /// <param name="limits">What KSeF says; null keeps those known until tomorrow.</param>
    /// <param name="cancellationToken">Stops taking them over.</param>
    Task LearnAsync(ContextIdentifier context, RateLimits? limits, CancellationToken cancellationToken);

    /// <summary>What is left for the contexts and groups in which there were calls during the last hour, as far as this process knows.</summary>
    IReadOnlyList<LimitUse> Read();
}
