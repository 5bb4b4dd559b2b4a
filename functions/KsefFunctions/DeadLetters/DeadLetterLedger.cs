using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using KsefFunctions.Errors;
using KsefFunctions.Intake;
using KsefFunctions.Ledger;
using KsefFunctions.Results;
using KsefFunctions.Telemetry;

namespace KsefFunctions.DeadLetters;

/// <summary>Writes dead letters into the ledger and the outbox. What was accepted before the fault keeps its KSeF number.</summary>
public sealed class DeadLetterLedger(LedgerStore ledger, ResultPublisher results, FlowTelemetry telemetry, TimeProvider time)
{
    public async Task RecordAsync(PoisonEnvelope envelope, CancellationToken cancellationToken)
    {
        using var span = FileTrace.Start("ksef.dead_letter", envelope);
        span?.Failed(envelope.ErrorCode);
        var record = await FindAsync(envelope, cancellationToken);
        if (record.Attempt != envelope.Attempt)
        {
            // Somebody replayed the file before this message was received.
            return;
        }

        var error = new RecordedError(envelope.ErrorCode, envelope.Message, envelope.MessagePl);
        var now = time.GetUtcNow();
        record = await ledger.UpdateAsync(
            record.LedgerName,
            current => current with
            {
                Outcome = FileOutcome.DeadLettered,
                FinishedAt = now,
                Steps = envelope.Steps,
                AbandonedAt = null,
                Errors = [.. current.Errors.Where(known => known.Code != error.Code && known.Code != WatchErrors.NoOrchestration.Code), error],
            },
            cancellationToken);
        await results.PublishAsync(record, record.Paths, cancellationToken);
        telemetry.Finished(record);
        telemetry.DeadLettered(envelope.ErrorCode);
    }

    /// <summary>
    /// Removes the entry that stood for a file while it could not be read: the file has been taken in after all and has an entry of its own.
    /// </summary>
    public Task ForgetUnreadAsync(string blobName, CancellationToken cancellationToken) => ledger.RemoveAsync(IdOfUnread(blobName), cancellationToken);

    private async Task<FileRecord> FindAsync(PoisonEnvelope envelope, CancellationToken cancellationToken)
    {
        var id = envelope.FileId ?? IdOfUnread(envelope.BlobName);
        return await ledger.FindAsync(id, cancellationToken) ?? await CreateAsync(id, envelope, cancellationToken);
    }

    // A file that was never read has no hash: its name stands in.
    private static string IdOfUnread(string blobName) =>
        FileIdentity.Of(ContextOf(blobName), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"unread:{blobName}"))));

    private static string ContextOf(string blobName) => InboxPath.TryParse(blobName, out var path) ? path.Nip : FileIdentity.NoContext;

    private async Task<FileRecord> CreateAsync(string id, PoisonEnvelope envelope, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var first = new FileRecord
        {
            Id = id,
            LedgerName = LedgerStore.NameFor(id, now),
            ContextNip = ContextOf(envelope.BlobName),
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
