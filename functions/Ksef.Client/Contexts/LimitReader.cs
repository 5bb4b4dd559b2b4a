using Microsoft.Extensions.Logging;

namespace Ksef.Client;

/// <summary>
/// Asks KSeF for the limits of the contexts in use, each once a day: they may be others than the published ones. To be run
/// now and then beside the work, so that no document waits for it.
/// </summary>
/// <param name="contexts">Ways into KSeF.</param>
/// <param name="meter">Which contexts are in use, and where the answer goes.</param>
/// <param name="logger">The log.</param>
public sealed class LimitReader(KsefContexts contexts, LimitMeter meter, ILogger<LimitReader> logger)
{
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);

    /// <summary>Asks for what is due. A context that is refused keeps the published limits until tomorrow.</summary>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task ReadDueAsync(CancellationToken cancellationToken)
    {
        foreach (var context in meter.Due(Age))
        {
            try
            {
                meter.Learn(context, await contexts.For(context).Limits.GetRateLimitsAsync(cancellationToken));
            }
            catch (KsefException refusal)
            {
                Log.LimitsUnknown(logger, context, refusal.Message);
                meter.Learn(context, limits: null);
            }
        }
    }
}
