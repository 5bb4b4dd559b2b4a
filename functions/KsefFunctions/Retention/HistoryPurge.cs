using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Retention;

/// <summary>
/// Every night: removes the histories of orchestrations that ended long ago. Nothing depends on them: the ledger keeps what became of a
/// file and refuses to start it anew, the archive keeps the evidence.
/// </summary>
public sealed partial class HistoryPurge(TimeProvider time, ILogger<HistoryPurge> logger)
{
    /// <summary>How long a history is kept, for whoever looks into a case.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    // The rest waits for the next night; a function must end in its time.
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(5);

    private static readonly OrchestrationRuntimeStatus[] Ended =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    [Function(nameof(HistoryPurge))]
    public async Task RunAsync(
        [TimerTrigger("0 40 1 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - KeptFor;
        var purged = await durable.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(DateTimeOffset.UnixEpoch, before, Ended) { Timeout = LongestRun }, cancellationToken);
        LogPurged(purged.PurgedInstanceCount, before);
    }

    [LoggerMessage(9001, LogLevel.Information, "Removed {Count} histories of orchestrations begun before {Before}")]
    private partial void LogPurged(int count, DateTimeOffset before);
}
