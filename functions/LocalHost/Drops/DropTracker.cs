using KsefFunctions.Ledger;

namespace LocalHost.Drops;

/// <summary>Follows dropped files through the ledger. One listing call serves all of them; a document is read once, when its file is final.</summary>
internal sealed class DropTracker(LedgerStore ledger, TimeProvider time)
{
    private const int PageSize = 1000;

    // A file that the newest entries do not show was dropped before, under the same content: its document is asked for by id, now and then.
    private const int RoundsBetweenLookups = 10;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DropProgress> _byBlobName = new(StringComparer.Ordinal);
    private int _round;

    /// <summary>All files, in the order they were dropped.</summary>
    public IReadOnlyList<DropProgress> Files
    {
        get
        {
            lock (_gate)
            {
                return [.. _byBlobName.Values.OrderBy(progress => progress.File.Ordinal)];
            }
        }
    }

    public void Add(DroppedFile file)
    {
        lock (_gate)
        {
            _byBlobName[file.BlobName] = new DropProgress(file, null, null);
        }
    }

    /// <summary>Reads what is new in the ledger.</summary>
    /// <returns>How long that took: the caller rests in proportion.</returns>
    public async Task<TimeSpan> RefreshAsync(CancellationToken cancellationToken)
    {
        long started = time.GetTimestamp();
        List<DropProgress> open = [.. Files.Where(file => !file.IsFinal)];
        if (open.Count > 0)
        {
            await RefreshAsync(open, cancellationToken);
        }

        return time.GetElapsedTime(started);
    }

    private async Task RefreshAsync(List<DropProgress> open, CancellationToken cancellationToken)
    {
        Dictionary<string, FileSummary> listed = await ListAsync(open, cancellationToken);
        bool lookUp = _round++ % RoundsBetweenLookups == RoundsBetweenLookups - 1;
        foreach (DropProgress progress in open)
        {
            FileSummary? summary = listed.GetValueOrDefault(progress.File.FileId) ?? listed.GetValueOrDefault(progress.File.BlobName);
            FileRecord? record = summary switch
            {
                { IsFinal: true } => await ledger.GetByNameAsync(summary.LedgerName, cancellationToken),
                null when lookUp => await ledger.FindAsync(progress.File.FileId, cancellationToken),
                _ => null,
            };
            lock (_gate)
            {
                _byBlobName[progress.File.BlobName] = progress with { Summary = summary ?? progress.Summary, Record = record };
            }
        }
    }

    // By id, and by path for what the trigger gave up on before it had an id.
    private async Task<Dictionary<string, FileSummary>> ListAsync(List<DropProgress> open, CancellationToken cancellationToken)
    {
        var missing = open.Select(progress => progress.File.FileId).ToHashSet(StringComparer.Ordinal);
        DateTimeOffset oldest = open.Min(progress => progress.File.DroppedAt);
        var found = new Dictionary<string, FileSummary>(StringComparer.Ordinal);
        string? continuation = null;
        do
        {
            (IReadOnlyList<FileSummary> page, continuation) = await ledger.ListAsync(PageSize, continuation, cancellationToken);
            foreach (FileSummary summary in page)
            {
                found[summary.Id] = summary;
                if (summary.ReceivedAt >= oldest)
                {
                    found.TryAdd(summary.Path, summary);
                }

                missing.Remove(summary.Id);
            }

            if (page.Count > 0 && page[^1].ReceivedAt < oldest)
            {
                break;
            }
        }
        while (continuation is not null && missing.Count > 0);
        return found;
    }
}
