using System.Collections.Immutable;
using System.Diagnostics;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Orchestrators;
using KsefFunctions.Results;
using KsefFunctions.Settings;
using KsefFunctions.Sources;
using KsefFunctions.Steps;
using KsefFunctions.Storage;
using KsefFunctions.Telemetry;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Intake;

/// <summary>
/// Turns a blob in the inbox into one running orchestration, however often it is asked to: the id comes from context and
/// content, the ledger's claim is create-only, and the start refuses ids that are known. A drop whose name is refused has an id of its own.
/// </summary>
public sealed partial class FileIntake(
    InvoiceStorage storage,
    LedgerStore ledger,
    SourceFiles sources,
    DropIndex drops,
    RemovedDrops removed,
    ResultPublisher results,
    IOptions<KsefFunctionsOptions> options,
    TimeProvider time,
    ILogger<FileIntake> logger)
{
    /// <summary>Takes a blob in that was seen in the inbox; where it is gone, that is what its result says.</summary>
    /// <returns>False when it is in the inbox no more.</returns>
    public async Task<bool> TakeAsync(SeenDrop drop, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        if (await TakeAsync(drop.BlobName, durable, cancellationToken))
        {
            return true;
        }

        await removed.RecordAsync(drop, cancellationToken);
        return false;
    }

    /// <summary>Takes a blob in.</summary>
    /// <returns>False when it is in the inbox no more.</returns>
    public async Task<bool> TakeAsync(string blobName, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        using var drop = FlowTelemetry.Source.StartActivity("ksef.drop");
        try
        {
            return await TakeAsync(drop, blobName, durable, cancellationToken);
        }
        catch (Exception failure)
        {
            drop?.Failed(PipelineException.DefinitionIn(failure.Message).Code);
            throw;
        }
    }

    private async Task<bool> TakeAsync(Activity? drop, string blobName, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var seenAt = time.GetUtcNow();
        var download = await storage.DownloadAsync(BlobArea.Inbox, blobName, expected: null, cancellationToken);
        if (download is null)
        {
            LogGone(blobName);
            return false;
        }

        await using (download)
        {
            var content = await DroppedContent.ReadAsync(download.Content, cancellationToken);
            var etag = download.ETag.ToString();
            var first = FirstRecord(content, blobName) with { ETag = etag, TraceParent = drop?.Id };
            var (record, created) = await ledger.ClaimAsync(first, cancellationToken);
            if (created && content.Whole is { } whole && DropName.RefusalOf(blobName, content.Kind) is null)
            {
                await sources.ArchiveAsync(ReferenceOf(record, blobName, etag), whole, cancellationToken);
            }
            else if (!created)
            {
                record = await DroppedAgainAsync(record, blobName, etag, seenAt, cancellationToken);
            }

            drop?.Of(record);
            if (!record.IsFinal)
            {
                record = await TakenOverAsync(record, durable, cancellationToken);
                await StartAsync(record, blobName, etag, durable, cancellationToken);
            }

            // Last: a drop counts as noticed only when an orchestration has it or its result is out.
            await drops.NoteAsync(blobName, etag, cancellationToken);
            return true;
        }
    }

    /// <summary>Starts the attempt that the record names. Harmless when it is started already.</summary>
    public async Task StartAsync(FileRecord record, string blobName, string etag, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var file = ReferenceOf(record, blobName, etag);
        if (await durable.TryStartAsync(nameof(ProcessFile), file.InstanceId, file, OrchestrationStart.Once, cancellationToken))
        {
            LogStarted(file.InstanceId, blobName);
        }
        else
        {
            LogKnown(file.InstanceId, blobName);
        }
    }

    private FileReference ReferenceOf(FileRecord record, string blobName, string etag) =>
        FileReference.Of(record, FlowSettings.Of(options.Value)) with { Path = blobName, ETag = etag };

    private FileRecord FirstRecord(DroppedContent content, string blobName)
    {
        var now = time.GetUtcNow();
        var id = FileIdentity.OfDrop(blobName, content);
        return new FileRecord
        {
            Id = id,
            LedgerName = LedgerStore.NameFor(id, now),
            ContextNip = FileIdentity.ContextOf(blobName),
            Sha256 = content.Sha256,
            Size = content.Size,
            Content = content.Kind,
            Paths = [blobName],
            DroppedAt = ImmutableDictionary<string, DateTimeOffset>.Empty.Add(blobName, now),
            ReceivedAt = now,
            Outcome = FileOutcome.Received,
        };
    }

    // The same bytes again: one file, sent once, with a result file for each name. What was rejected is checked anew, because a
    // date, a permission or a setting may have changed; an event delivered twice has the ETag that is known and changes nothing.
    private async Task<FileRecord> DroppedAgainAsync(
        FileRecord record, string blobName, string etag, DateTimeOffset seenAt, CancellationToken cancellationToken)
    {
        if (!await drops.HasAsync(blobName, etag, cancellationToken))
        {
            record = await ledger.UpdateAsync(record.LedgerName, current => Noted(current, blobName, etag, seenAt), cancellationToken);
        }

        if (record.IsFinal)
        {
            LogSettledBefore(record.Id, blobName);
            await results.PublishAsync(record, [blobName], cancellationToken);
        }

        return record;
    }

    // An orchestration whose history was lost cannot go on where it was: what it had begun is taken up by the next attempt.
    private async Task<FileRecord> TakenOverAsync(FileRecord record, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var instanceId = FileReference.InstanceIdFor(record.Id, record.Attempt);
        if (record.Position is null || await durable.GetInstanceAsync(instanceId, cancellationToken) is not null)
        {
            return record;
        }

        LogTakenOver(instanceId);
        return await ledger.UpdateAsync(
            record.LedgerName,
            current => current.Attempt == record.Attempt && !current.IsFinal ? current.NextAttempt(time.GetUtcNow()) : null,
            cancellationToken);
    }

    private static FileRecord Noted(FileRecord current, string blobName, string etag, DateTimeOffset seenAt)
    {
        var noted = current.Dropped(blobName, seenAt);
        return current.IsFinal && current.MayBeTriedAgain && current.ETag != etag ? noted.NextAttempt(seenAt) with { ETag = etag } : noted;
    }

    [LoggerMessage(1001, LogLevel.Information, "Started {InstanceId} for {BlobName}")]
    private partial void LogStarted(string instanceId, string blobName);

    [LoggerMessage(1002, LogLevel.Information, "{InstanceId} is known already; {BlobName} starts nothing")]
    private partial void LogKnown(string instanceId, string blobName);

    [LoggerMessage(1003, LogLevel.Information, "{FileId} was settled before; {BlobName} gets the same result")]
    private partial void LogSettledBefore(string fileId, string blobName);

    [LoggerMessage(1005, LogLevel.Warning, "The history of {InstanceId} is lost; the next attempt takes its work over")]
    private partial void LogTakenOver(string instanceId);

    [LoggerMessage(1004, LogLevel.Warning, "{BlobName} is gone from the inbox; there is nothing to take")]
    private partial void LogGone(string blobName);
}
