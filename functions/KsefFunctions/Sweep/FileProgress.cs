using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Orchestrators;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Sweep;

/// <summary>Asks the durable engine whether a file's work goes on, and when it last moved.</summary>
public sealed class FileProgress(LedgerStore ledger)
{
    public async Task<FileWork> OfAsync(FileSummary file, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var instanceId = FileReference.InstanceIdFor(file.Id, file.Attempt);
        if (await durable.GetInstanceAsync(instanceId, cancellationToken) is not { } instance)
        {
            return FileWork.Missing;
        }

        var movedAt = instance.LastUpdatedAt;
        if (!instance.IsCompleted && file.Outcome == FileOutcome.Processing)
        {
            // While a session is followed for long, only the follower moves.
            movedAt = await LatestOfFollowersAsync(file, instanceId, movedAt, durable, cancellationToken);
        }

        return new FileWork(instance.RuntimeStatus.ToString(), instance.IsCompleted, movedAt);
    }

    private async Task<DateTimeOffset> LatestOfFollowersAsync(
        FileSummary file, string instanceId, DateTimeOffset latest, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var record = await ledger.GetByNameAsync(file.LedgerName, cancellationToken);
        foreach (var session in record.Sessions.Where(session => session.IsOpenQuestion))
        {
            var follower = await durable.GetInstanceAsync(FollowSession.InstanceIdFor(instanceId, session.ReferenceNumber), cancellationToken);
            latest = follower?.LastUpdatedAt > latest ? follower.LastUpdatedAt : latest;
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
