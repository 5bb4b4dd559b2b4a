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

    private static Task RaiseAsync(DurableTaskClient durable, FileRecord record, SettledEvent settled, CancellationToken cancellationToken) =>
        durable.RaiseEventAsync(FileReference.InstanceIdFor(record.Id, record.Attempt), SettledEvent.Name, settled, cancellationToken);
}
