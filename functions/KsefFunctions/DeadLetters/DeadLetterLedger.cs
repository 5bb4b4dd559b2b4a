using System.Diagnostics;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Results;
using KsefFunctions.Telemetry;

namespace KsefFunctions.DeadLetters;

/// <summary>Writes dead letters into the ledger and the outbox. What was accepted before the fault keeps its KSeF number.</summary>
public sealed class DeadLetterLedger(LedgerStore ledger, ResultPublisher results, FlowTelemetry telemetry, TimeProvider time)
{
    /// <summary>Writes a dead letter down, once: a repeated or late call finds it and changes and counts nothing.</summary>
    /// <returns>False when the file is in a later attempt by now: a person has replayed it, and this letter is of no use any more.</returns>
    public async Task<bool> RecordAsync(PoisonEnvelope envelope, CancellationToken cancellationToken)
    {
        using var span = FileTrace.Start("ksef.dead_letter", envelope);
        span?.Failed(envelope.ErrorCode);
        var record = await FindAsync(envelope, cancellationToken);
        var error = new RecordedError(envelope.ErrorCode, envelope.Message, envelope.MessagePl);
        var now = time.GetUtcNow();
        var isNew = false;
        record = await ledger.UpdateAsync(
            record.LedgerName,
            current =>
            {
                isNew = current.Attempt == envelope.Attempt && current.Outcome != FileOutcome.DeadLettered;
                return isNew ? Dead(current, envelope, error, now) : null;
            },
            cancellationToken);
        if (record.Attempt != envelope.Attempt)
        {
            return false;
        }

        await results.PublishAsync(record, record.Paths, cancellationToken);
        if (isNew)
        {
            telemetry.Finished(record);
            telemetry.DeadLettered(envelope.ErrorCode);
        }

        return true;
    }

    /// <summary>
    /// Removes the entry that stood for a file while it could not be read: the file has been taken in after all and has an entry of its own.
    /// </summary>
    public Task ForgetUnreadAsync(string blobName, CancellationToken cancellationToken) => ledger.RemoveAsync(FileIdentity.OfUnread(blobName), cancellationToken);

    private static FileRecord Dead(FileRecord current, PoisonEnvelope envelope, RecordedError error, DateTimeOffset now) => current with
    {
        Outcome = FileOutcome.DeadLettered,

        // What a step gave is not given again: a late run would go on from it.
        Position = current.Position is { } position ? new FlowPosition { Place = position.Place } : null,
        FinishedAt = now,
        Steps = envelope.Steps,
        AbandonedAt = null,
        Errors = [.. current.Errors.Where(known => known.Code != error.Code && known.Code != WatchErrors.NoOrchestration.Code), error],
    };

    private async Task<FileRecord> FindAsync(PoisonEnvelope envelope, CancellationToken cancellationToken)
    {
        var id = envelope.FileId ?? FileIdentity.OfUnread(envelope.BlobName);
        return await ledger.FindAsync(id, cancellationToken) ?? await CreateAsync(id, envelope, cancellationToken);
    }

    private async Task<FileRecord> CreateAsync(string id, PoisonEnvelope envelope, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var first = new FileRecord
        {
            Id = id,
            LedgerName = LedgerStore.NameFor(id, now),
            ContextNip = FileIdentity.ContextOf(envelope.BlobName),
            Sha256 = envelope.Sha256 ?? string.Empty,
            Size = 0,
            Paths = [envelope.BlobName],
            TraceParent = Activity.Current?.Id,
            ReceivedAt = now,
            Outcome = FileOutcome.Received,
        };
        return (await ledger.ClaimAsync(first, cancellationToken)).Record;
    }
}
