using Microsoft.Extensions.Logging;

namespace Ksef.Client;

/// <summary>
/// Asks KSeF for the limits of the contexts in use, each once a day for all who share the budget: they may be others than the published ones. To be run
/// now and then beside the work, so that no document waits for it.
/// </summary>
/// <param name="contexts">Ways into KSeF.</param>
/// <param name="budget">Which contexts are in use, and where the answer goes.</param>
/// <param name="logger">The log.</param>
public sealed class LimitReader(KsefContexts contexts, ICallBudget budget, ILogger<LimitReader> logger)
{
    /// <summary>Asks for what is due. A context that is refused keeps the limits it has until tomorrow; one that must wait is asked later.</summary>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task ReadDueAsync(CancellationToken cancellationToken)
    {
        foreach (var context in await budget.TakeDueAsync(cancellationToken))
        {
            try
            {
                await budget.LearnAsync(context, await contexts.For(context).Limits.GetRateLimitsAsync(cancellationToken), cancellationToken);
            }
            catch (KsefRateLimitException)
            {
                // It stays due, and the work comes first.
            }
            catch (KsefException refusal)
            {
                Log.LimitsUnknown(logger, context, refusal.Message);
                await budget.LearnAsync(context, limits: null, cancellationToken);
            }
        }
    }
}
