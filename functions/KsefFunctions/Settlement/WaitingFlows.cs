using KsefFunctions.Files;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Settlement;

/// <summary>Tells the orchestrations of files what has become of their invoices. To be told twice changes nothing: each waits for it once.</summary>
public static class WaitingFlows
{
    /// <summary>The file has ended.</summary>
    public static Task EndedAsync(DurableTaskClient durable, FileRecord record, CancellationToken cancellationToken) =>
        RaiseAsync(durable, record, new SettledEvent(record.Outcome, record.Steps), cancellationToken);

    /// <summary>Its invoices are settled; what else is to be done is its own.</summary>
    public static Task GoOnAsync(DurableTaskClient durable, FileRecord record, CancellationToken cancellationToken) =>
        RaiseAsync(durable, record, new SettledEvent(Outcome: null, record.Steps), cancellationToken);

    /// <summary>A person must look at it.</summary>
    public static Task FailedAsync(DurableTaskClient durable, FileRecord record, IReadOnlyList<StepRecord> steps, string step, string failure, CancellationToken cancellationToken) =>
        RaiseAsync(durable, record, new SettledEvent(Outcome: null, [.. record.Steps, .. steps], step, failure), cancellationToken);

    private static async Task RaiseAsync(DurableTaskClient durable, FileRecord record, SettledEvent settled, CancellationToken cancellationToken)
    {
        var id = FileReference.InstanceIdFor(record.Id, record.Attempt);
        try
        {
            await durable.RaiseEventAsync(id, SettledEvent.Name, settled, cancellationToken);
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            // The Durable extension (3.19) refuses events for an orchestration that has ended, as it has where it was told before, or that is lost: nobody waits,
            // and the other files of the consignment must hear of theirs.
            if (await durable.GetInstanceAsync(id, cancellationToken) is { IsCompleted: false })
            {
                throw;
            }
        }
    }
}
