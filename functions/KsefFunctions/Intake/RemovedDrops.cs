using System.Collections.Immutable;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Results;
using KsefFunctions.Telemetry;

namespace KsefFunctions.Intake;

/// <summary>
/// Answers drops that were seen in the inbox and are gone before they were read: nothing is known of them but their names. Files are deleted from the
/// inbox as a matter of course when their results are there, and events of them may come late: what has been taken in is no removed drop, and its
/// result stays where it is.
/// </summary>
public sealed partial class RemovedDrops(
    LedgerStore ledger, DropIndex drops, ResultPublisher results, FlowTelemetry telemetry, TimeProvider time, ILogger<RemovedDrops> logger)
{
    /// <summary>Gives a drop that is gone an entry in the ledger and, where no later drop has it, the result of its name. Harmless when it is repeated.</summary>
    public async Task RecordAsync(SeenDrop drop, CancellationToken cancellationToken)
    {
        if (await WasTakenInAsync(drop, cancellationToken))
        {
            return;
        }

        var now = time.GetUtcNow();
        var id = FileIdentity.OfRemoved(drop.BlobName, drop.ETag ?? drop.LastModified?.ToString("O"));
        var first = new FileRecord
        {
            Id = id,
            LedgerName = LedgerStore.NameFor(id, now),
            ContextNip = FileIdentity.ContextOf(drop.BlobName),
            Sha256 = string.Empty,
            Size = 0,
            Paths = [drop.BlobName],

            // Where its time is unknown, whatever else was dropped under the name counts as later.
            DroppedAt = ImmutableDictionary<string, DateTimeOffset>.Empty.Add(drop.BlobName, drop.LastModified ?? DateTimeOffset.MinValue),
            ReceivedAt = now,
            FinishedAt = now,
            Outcome = FileOutcome.Rejected,
            Errors = [FileErrors.Replaced.Record()],
        };
        var (record, created) = await ledger.ClaimAsync(first, cancellationToken);
        await results.PublishAsync(record, record.Paths, cancellationToken);
        if (created)
        {
            telemetry.Finished(record);
            LogRemoved(drop.BlobName);
        }
    }

    private async Task<bool> WasTakenInAsync(SeenDrop drop, CancellationToken cancellationToken) =>
        await drops.FindAsync(drop.BlobName, cancellationToken) is { } noted
        && (drop.ETag is { } etag ? noted.Is(etag) : drop.LastModified is not { } written || written <= noted.NotedAt);

    [LoggerMessage(1006, LogLevel.Warning, "{BlobName} was seen in the inbox and removed before it was read; nothing of it was sent")]
    private partial void LogRemoved(string blobName);
}
