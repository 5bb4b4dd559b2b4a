using KsefFunctions.Dispatch;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Orchestrators;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Sweep;

/// <summary>Asks the durable engine whether a file's work goes on, and when it last moved.</summary>
public sealed class FileProgress(LedgerStore ledger, ConsignmentStore consignments)
{
    public async Task<FileWork> OfAsync(FileSummary file, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var instanceId = FileReference.InstanceIdFor(file.Id, file.Attempt);
        if (await durable.GetInstanceAsync(instanceId, cancellationToken) is not { } instance)
        {
            return FileWork.Missing;
        }

        var movedAt = instance.LastUpdatedAt;
        if (!instance.IsCompleted && file.Outcome == FileOutcome.Validated)
        {
            // While its invoices wait for a session, only the dispatcher moves.
            var dispatcher = await durable.GetInstanceAsync(DispatcherCall.InstanceIdFor(file.ContextNip), cancellationToken);
            movedAt = Moments.Later(dispatcher?.LastUpdatedAt, movedAt);
        }

        if (!instance.IsCompleted && file.Outcome == FileOutcome.Sending)
        {
            // While its invoices are in a consignment, only that one moves.
            movedAt = await LatestOfConsignmentsAsync(file, movedAt, durable, cancellationToken);
        }

        return new FileWork(instance.RuntimeStatus.ToString(), instance.IsCompleted, movedAt);
    }

    private async Task<DateTimeOffset> LatestOfConsignmentsAsync(
        FileSummary file, DateTimeOffset latest, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var record = await ledger.GetByNameAsync(file.LedgerName, cancellationToken);
        foreach (var id in record.PendingConsignments)
        {
            if (await consignments.FindAsync(file.ContextNip, id, cancellationToken) is not { } consignment)
            {
                continue;
            }

            var instanceId = ConsignmentReference.InstanceIdFor(file.ContextNip, id, consignment.Attempt);
            var followers = consignment.Sessions.Select(session => FollowSession.InstanceIdFor(instanceId, session.ReferenceNumber));
            foreach (var worker in followers.Prepend(instanceId))
            {
                var instance = await durable.GetInstanceAsync(worker, cancellationToken);
                latest = Moments.Later(instance?.LastUpdatedAt, latest);
            }
        }

        return latest;
    }
}

/// <summary>How the work on an unsettled file stands.</summary>
/// <param name="Status">Status of its orchestration, or <c>Missing</c>.</param>
/// <param name="IsOver">True when nothing will move it any more.</param>
/// <param name="MovedAt">When a step of it last began or ended.</param>
public sealed record FileWork(string Status, bool IsOver, DateTimeOffset MovedAt)
{
    /// <summary>No orchestration has that id.</summary>
    public static FileWork Missing { get; } = new("Missing", IsOver: true, DateTimeOffset.MinValue);
}
