using KsefFunctions.Dispatch;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Orchestrators;
using KsefFunctions.Settlement;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Sweep;

/// <summary>Asks the durable engine whether a file's work goes on, and when it last moved.</summary>
public sealed class FileProgress(LedgerStore ledger, ConsignmentStore consignments)
{
    public async Task<FileWork> OfAsync(FileSummary file, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var own = await durable.GetInstanceAsync(FileReference.InstanceIdFor(file.Id, file.Attempt), cancellationToken);
        if (own is { RuntimeStatus: not OrchestrationRuntimeStatus.Completed })
        {
            return FileWork.Of(own);
        }

        // Receipts are looked for when the history of what came before may have been purged.
        if (await durable.GetInstanceAsync(FileEndStart.InstanceIdFor(file.Id, file.Attempt), cancellationToken) is { } end)
        {
            return FileWork.Of(end);
        }

        if (own is null)
        {
            return FileWork.Missing;
        }

        return file.Outcome switch
        {
            FileOutcome.Validated => await WaitingAsync(file, own, durable, cancellationToken),
            FileOutcome.Sending => await SendingAsync(file, own, durable, cancellationToken),
            _ => FileWork.Of(own),
        };
    }

    // While its invoices wait for a session, only the dispatcher moves.
    private static async Task<FileWork> WaitingAsync(FileSummary file, OrchestrationMetadata own, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var dispatcher = await durable.GetInstanceAsync(DispatcherCall.InstanceIdFor(file.ContextNip), cancellationToken);
        return FileWork.HandedOver(dispatcher, Moments.Later(dispatcher?.LastUpdatedAt, own.LastUpdatedAt));
    }

    // While its invoices are in a consignment, only that one moves.
    private async Task<FileWork> SendingAsync(FileSummary file, OrchestrationMetadata own, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var record = await ledger.GetByNameAsync(file.LedgerName, cancellationToken);
        OrchestrationMetadata? last = null;
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
                last = last is null || instance?.LastUpdatedAt > last.LastUpdatedAt ? instance ?? last : last;
            }
        }

        return FileWork.HandedOver(last, Moments.Later(last?.LastUpdatedAt, own.LastUpdatedAt));
    }
}

/// <summary>How the work on an unsettled file stands.</summary>
/// <param name="Status">Status of the orchestration that works on it, or <c>Missing</c>.</param>
/// <param name="IsOver">True when nothing will move it any more.</param>
/// <param name="MovedAt">When a step of it last began or ended.</param>
public sealed record FileWork(string Status, bool IsOver, DateTimeOffset MovedAt)
{
    /// <summary>No orchestration has that id.</summary>
    public static FileWork Missing { get; } = new(nameof(Missing), IsOver: true, DateTimeOffset.MinValue);

    /// <summary>Whether its invoices are with a dispatcher or in consignments, which are started anew where they are lost.</summary>
    public bool IsHandedOver { get; private init; }

    /// <summary>The work of an orchestration of the file's own.</summary>
    public static FileWork Of(OrchestrationMetadata instance) => new(instance.RuntimeStatus.ToString(), instance.IsCompleted, instance.LastUpdatedAt);

    /// <summary>The work of a dispatcher or a consignment.</summary>
    public static FileWork HandedOver(OrchestrationMetadata? instance, DateTimeOffset movedAt) =>
        new(instance?.RuntimeStatus.ToString() ?? nameof(Missing), IsOver: false, movedAt) { IsHandedOver = true };
}
