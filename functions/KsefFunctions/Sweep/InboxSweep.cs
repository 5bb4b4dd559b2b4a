using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using KsefFunctions.DeadLetters;
using KsefFunctions.Errors;
using KsefFunctions.Intake;
using KsefFunctions.Settings;
using KsefFunctions.Storage;
using KsefFunctions.Watch;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Sweep;

/// <summary>
/// Finds files in the inbox that were never taken in, because their event was lost or its handling gave up, and takes them
/// in. To take in twice changes nothing, so it need not know why.
/// </summary>
public sealed partial class InboxSweep(
    InvoiceStorage storage,
    DropIndex drops,
    FileIntake intake,
    DeadLetterLedger deadLetters,
    IOptions<KsefFunctionsOptions> options,
    TimeProvider time,
    ILogger<InboxSweep> logger)
{
    private const int AtOnce = 8;

    // What is left waits for the next sweep: a function must end in its time.
    private const int MostInOneSweep = 5000;

    // A drop may be noted while the listings are under way; only notes older than this are taken for leftovers.
    private static readonly TimeSpan FreshNote = TimeSpan.FromDays(1);

    public async Task<IReadOnlyList<WatchFinding>> RunAsync(DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var taken = 0;
        var failures = new ConcurrentBag<WatchFinding>();
        await Parallel.ForEachAsync(
            UnnoticedAsync(cancellationToken).Take(MostInOneSweep),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (drop, token) =>
            {
                if (await TakeAsync(drop, durable, token))
                {
                    Interlocked.Increment(ref taken);
                }
                else
                {
                    failures.Add(WatchFinding.Of(WatchErrors.NotTakenIn, drop.BlobName));
                }
            });
        return taken == 0 ? [.. failures] : [.. failures, WatchFinding.Of(WatchErrors.Unnoticed, taken)];
    }

    private async Task<bool> TakeAsync(SeenDrop drop, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        try
        {
            if (await intake.TakeAsync(drop, durable, cancellationToken))
            {
                await deadLetters.ForgetUnreadAsync(drop.BlobName, cancellationToken);
                LogUnnoticed(drop.BlobName);
            }

            return true;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(failure, drop.BlobName);
            return false;
        }
    }

    private async IAsyncEnumerable<SeenDrop> UnnoticedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - options.Value.UnnoticedAfter;
        await using var notes = drops.ListAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        var note = await NextAsync(notes);
        await foreach (var blob in storage.ListAsync(BlobArea.Inbox, prefix: string.Empty, cancellationToken))
        {
            while (note is not null && string.CompareOrdinal(note.BlobName, blob.Name) < 0)
            {
                await ForgetIfGoneAsync(note, cancellationToken);
                note = await NextAsync(notes);
            }

            var isNoted = note?.BlobName == blob.Name && note.ETag == blob.ETag;

            // Storage need not sort every letter as we do, and notes are written meanwhile: a second look makes sure.
            if (!isNoted && blob.LastModified <= before && !await drops.HasAsync(blob.Name, blob.ETag, cancellationToken))
            {
                yield return new SeenDrop(blob.Name, blob.ETag, blob.LastModified);
            }
        }

        for (; note is not null; note = await NextAsync(notes))
        {
            await ForgetIfGoneAsync(note, cancellationToken);
        }
    }

    private static async Task<NotedDrop?> NextAsync(IAsyncEnumerator<NotedDrop> notes) => await notes.MoveNextAsync() ? notes.Current : null;

    private async Task ForgetIfGoneAsync(NotedDrop note, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - note.NotedAt > FreshNote && !await storage.ExistsAsync(BlobArea.Inbox, note.BlobName, cancellationToken))
        {
            await drops.ForgetAsync(note.BlobName, cancellationToken);
        }
    }

    [LoggerMessage(8001, LogLevel.Warning, "{BlobName} lay in the inbox unnoticed and has been taken in")]
    private partial void LogUnnoticed(string blobName);

    [LoggerMessage(8002, LogLevel.Error, "{BlobName} lies in the inbox and could not be taken in")]
    private partial void LogFailed(Exception failure, string blobName);
}
