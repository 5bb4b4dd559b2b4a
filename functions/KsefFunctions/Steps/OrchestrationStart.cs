using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Steps;

/// <summary>Starts orchestrations that may be started already.</summary>
public static class OrchestrationStart
{
    /// <summary>Statuses of one that must not be started a second time, though it has ended well.</summary>
    public static IReadOnlyList<OrchestrationRuntimeStatus> Once { get; } =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended, OrchestrationRuntimeStatus.Completed];

    /// <summary>Statuses of one that must not be started beside itself.</summary>
    public static IReadOnlyList<OrchestrationRuntimeStatus> OneAtATime { get; } =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    /// <summary>Starts an orchestration, unless one of its id has one of the statuses.</summary>
    /// <param name="durable">Starts it.</param>
    /// <param name="orchestration">Its name.</param>
    /// <param name="id">Its id.</param>
    /// <param name="input">What it is given.</param>
    /// <param name="unless"><see cref="Once"/> or <see cref="OneAtATime"/>.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <returns>False when it was there.</returns>
    public static async Task<bool> TryStartAsync(
        this DurableTaskClient durable, string orchestration, string id, object input, IReadOnlyList<OrchestrationRuntimeStatus> unless, CancellationToken cancellationToken)
    {
        try
        {
            await durable.ScheduleNewOrchestrationInstanceAsync(
                orchestration, input, new StartOrchestrationOptions(id).WithDedupeStatuses([.. unless]), cancellationToken);
            return true;
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            // Each back end refuses a known id with an exception of its own; whether the instance exists is the same everywhere.
            if (await durable.GetInstanceAsync(id, cancellationToken) is not { } known || !unless.Contains(known.RuntimeStatus))
            {
                throw;
            }

            return false;
        }
    }
}
