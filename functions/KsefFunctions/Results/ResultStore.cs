using KsefFunctions.Storage;

namespace KsefFunctions.Results;

/// <summary>
/// The results in the outbox. The plain name has the result of the latest drop. As soon as a second content comes under a name, each has its result
/// under a name of its own, too, and none is lost: whoever takes the plain name over has kept what was there, and who comes too late for it keeps its
/// own. Contents settle in any order, and every writer may run twice, late, and at the same time as others: the ETag of the plain name decides.
/// </summary>
public sealed class ResultStore(InvoiceStorage storage)
{
    /// <summary>Writes the result of a content under a name.</summary>
    /// <param name="result">The result.</param>
    /// <param name="droppedAt">When that content was dropped last under that name.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A name that stays its own; null for a drop that nobody read, where another has the name.</returns>
    public async Task<string?> WriteAsync(ResultFile result, DateTimeOffset droppedAt, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Where somebody else has written meanwhile, what stands there now decides.
            if (await TryWriteAsync(result, droppedAt, cancellationToken) is { } written)
            {
                return written.Name;
            }
        }
    }

    /// <summary>Opens the result that a content has under a name; null when there is none.</summary>
    /// <param name="path">Name in the inbox.</param>
    /// <param name="sha256">SHA-256 of the content, lower-case hex; empty when it was never read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<BlobDownload?> OpenAsync(string path, string sha256, CancellationToken cancellationToken)
    {
        var plain = OutboxNames.Of(path, OutboxNames.ResultSuffix);
        await using var there = await storage.DownloadAsync(BlobArea.Outbox, plain, expected: null, cancellationToken);
        if (there is null)
        {
            return null;
        }

        var holder = OutboxMarks.Read(there.Metadata).Sha256 ?? (await StoredResult.ReadAsync(there, cancellationToken)).Sha256;
        var name = holder == sha256 || sha256.Length == 0 ? plain : OutboxNames.OfContent(path, sha256, OutboxNames.ResultSuffix);
        return await storage.DownloadAsync(BlobArea.Outbox, name, expected: null, cancellationToken);
    }

    private async Task<Written?> TryWriteAsync(ResultFile result, DateTimeOffset droppedAt, CancellationToken cancellationToken)
    {
        var plain = OutboxNames.Of(result.Name, OutboxNames.ResultSuffix);
        var marks = new OutboxMarks(droppedAt, result.Sha256);
        await using var first = StoredResult.ToJson(result);
        if (await storage.CreateOnceAsync(BlobArea.Outbox, plain, first, cancellationToken, marks.ToMetadata()))
        {
            return new Written(plain);
        }

        await using var there = await storage.DownloadAsync(BlobArea.Outbox, plain, expected: null, cancellationToken);
        if (there is null)
        {
            return null;
        }

        // The results of large packages are megabytes long: what is there is read only where it says more than its marks.
        var known = OutboxMarks.Read(there.Metadata);
        if (known.Sha256 == result.Sha256 && !known.HasEarlier)
        {
            return known.DroppedAt > droppedAt || await ReplaceAsync(plain, there, first, marks, cancellationToken) ? new Written(plain) : null;
        }

        var other = await StoredResult.ReadAsync(there, cancellationToken);
        var own = StoredResult.Of(result);
        return known.DroppedAt > droppedAt
            ? await StepBackAsync(plain, there, other, own, cancellationToken)
            : await TakeOverAsync(plain, there, other, own, marks, cancellationToken);
    }

    private async Task<Written?> TakeOverAsync(
        string plain, BlobDownload there, StoredResult other, StoredResult own, OutboxMarks marks, CancellationToken cancellationToken)
    {
        own = own.With(other.EarlierWith(other));
        var isShared = own.Earlier.Count > 0;
        if (isShared)
        {
            await KeepAsync(other, cancellationToken);
            await KeepAsync(own, cancellationToken);
        }

        await using var content = own.ToJson();
        return await ReplaceAsync(plain, there, content, marks with { HasEarlier = isShared }, cancellationToken)
            ? new Written(isShared && own.WasRead ? own.OwnName : plain)
            : null;
    }

    // A later drop has the plain name: this content has its own, and the later one names it.
    private async Task<Written?> StepBackAsync(string plain, BlobDownload there, StoredResult later, StoredResult own, CancellationToken cancellationToken)
    {
        if (own.Sha256 == later.Sha256 || !own.WasRead)
        {
            return new Written(own.WasRead ? plain : null);
        }

        await KeepAsync(later, cancellationToken);
        await KeepAsync(own, cancellationToken);
        if (later.Earlier.Contains(own.AsEarlier()))
        {
            return new Written(own.OwnName);
        }

        await using var content = later.With(later.EarlierWith(own)).ToJson();
        var marks = OutboxMarks.Read(there.Metadata) with { Sha256 = later.Sha256, HasEarlier = true };
        return await ReplaceAsync(plain, there, content, marks, cancellationToken) ? new Written(own.OwnName) : null;
    }

    // Never back: a copy of what stood under the plain name may come later than what its own run has written here.
    private async Task KeepAsync(StoredResult result, CancellationToken cancellationToken)
    {
        var marks = new OutboxMarks(DroppedAt: null, result.Sha256);
        var isKept = !result.WasRead;
        while (!isKept)
        {
            await using var content = result.ToJson();
            await using var there = await storage.DownloadAsync(BlobArea.Outbox, result.OwnName, expected: null, cancellationToken);
            isKept = there is null
                ? await storage.CreateOnceAsync(BlobArea.Outbox, result.OwnName, content, cancellationToken, marks.ToMetadata())
                : (await StoredResult.ReadAsync(there, cancellationToken)).Stage.CompareTo(result.Stage) > 0
                    || await ReplaceAsync(result.OwnName, there, content, marks, cancellationToken);
        }
    }

    private async Task<bool> ReplaceAsync(string name, BlobDownload there, Stream content, OutboxMarks marks, CancellationToken cancellationToken) =>
        await storage.TryReplaceAsync(BlobArea.Outbox, name, content, there.ETag, marks.ToMetadata(), cancellationToken) is not null;

    private sealed record Written(string? Name);
}
