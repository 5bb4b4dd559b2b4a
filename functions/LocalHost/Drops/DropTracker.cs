using KsefFunctions.Files;
using KsefFunctions.Ledger;

namespace LocalHost.Drops;

/// <summary>
/// Follows files through the ledger: those dropped by this run, and those that others drop or that an earlier run left on its way.
/// One listing serves all of them; a document is read once, when its file is final.
/// </summary>
internal sealed class DropTracker(LedgerStore ledger, TimeProvider time)
{
    private const int PageSize = 1000;
    private const int ReadsAtOnce = 8;

    // A file that the newest entries do not show was dropped before, with the same content: its document is asked for by id, now and then.
    private const int RoundsBetweenLookups = 10;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DropProgress> _own = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DropProgress> _others = new(StringComparer.Ordinal);
    private readonly DateTimeOffset _started = time.GetUtcNow();
    private int _round;

    /// <summary>What this run dropped, in the order the user gave.</summary>
    public IReadOnlyList<DropProgress> Own
    {
        get
        {
            lock (_gate)
            {
                return [.. _own.Values.OrderBy(progress => progress.File.Ordinal)];
            }
        }
    }

    /// <summary>What this run dropped, then everything else that moves or has moved since the start.</summary>
    public IReadOnlyList<DropProgress> All
    {
        get
        {
            IReadOnlyList<DropProgress> own = Own;
            lock (_gate)
            {
                return [.. own, .. _others.Values.OrderBy(progress => progress.File.DroppedAt)];
            }
        }
    }

    public void Add(DroppedFile file)
    {
        lock (_gate)
        {
            _own[file.BlobName] = new DropProgress(file, null, null);
            _others.Remove(file.FileId);
        }
    }

    /// <summary>Reads what is new in the ledger.</summary>
    /// <returns>How long that took: the caller rests in proportion.</returns>
    public async Task<TimeSpan> RefreshAsync(CancellationToken cancellationToken)
    {
        long started = time.GetTimestamp();
        List<DropProgress> open = [.. All.Where(file => !file.IsFinal)];
        Listing listing = await ListAsync(open, cancellationToken);
        bool lookUp = _round++ % RoundsBetweenLookups == RoundsBetweenLookups - 1;
        open.AddRange(Adopt(listing));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(open, parallel, async (progress, token) => Keep(await RefreshAsync(progress, listing, lookUp, token)));
        return time.GetElapsedTime(started);
    }

    private async Task<DropProgress> RefreshAsync(DropProgress progress, Listing listing, bool lookUp, CancellationToken cancellationToken)
    {
        FileSummary? summary = listing.Find(progress.File);
        FileRecord? record = summary switch
        {
            { IsFinal: true } => await ledger.GetByNameAsync(summary.LedgerName, cancellationToken),
            null when lookUp => await ledger.FindAsync(progress.File.FileId, cancellationToken),
            _ => null,
        };
        return record is null || HasNoticed(record, progress.File) ? progress with { Summary = summary ?? progress.Summary, Record = record } : progress;
    }

    // The same bytes may have come to an end before, in a dry run or with an error: what is final then is not this drop.
    private static bool HasNoticed(FileRecord record, DroppedFile file) =>
        record.ReceivedAt >= file.DroppedAt || record.DroppedAt.GetValueOrDefault(file.BlobName) >= file.DroppedAt;

    private void Keep(DropProgress progress)
    {
        lock (_gate)
        {
            // An earlier file of the same name may still be on its way.
            if (_own.TryGetValue(progress.File.BlobName, out DropProgress? own) && own.File == progress.File)
            {
                _own[progress.File.BlobName] = progress;
            }
            else
            {
                _others[progress.File.FileId] = progress;
            }
        }
    }

    private List<DropProgress> Adopt(Listing listing)
    {
        lock (_gate)
        {
            var ownIds = _own.Values.Select(progress => progress.File.FileId).ToHashSet(StringComparer.Ordinal);
            return
            [
                .. from summary in listing.Summaries
                   where (!summary.IsFinal || summary.ReceivedAt >= _started) && !ownIds.Contains(summary.Id) && !StandsForOwn(summary) && !_others.ContainsKey(summary.Id)
                   select new DropProgress(new DroppedFile(summary.Path, summary.Path, summary.Id, summary.ReceivedAt, int.MaxValue), summary, null),
            ];
        }
    }

    // Until a file of this run is known by its id, what came under its name may be all that is ever known of it.
    private bool StandsForOwn(FileSummary summary) =>
        _own.TryGetValue(summary.Path, out DropProgress? own) && (own.Record?.Id ?? own.Summary?.Id) != own.File.FileId;

    // The newest entries come first: beyond the oldest open file there is nothing to learn.
    private async Task<Listing> ListAsync(List<DropProgress> open, CancellationToken cancellationToken)
    {
        bool isFirst = _round == 0;
        DateTimeOffset oldest = open.Select(progress => progress.File.DroppedAt).Append(_started).Min();
        var listing = new Listing(_started);
        string? continuation = null;
        do
        {
            (IReadOnlyList<FileSummary> page, continuation) = await ledger.ListAsync(PageSize, continuation, cancellationToken);
            listing.Add(page);
            if (!isFirst && page.Count > 0 && page[^1].ReceivedAt < oldest)
            {
                break;
            }
        }
        while (continuation is not null);
        return listing;
    }

    private sealed class Listing(DateTimeOffset started)
    {
        private readonly Dictionary<string, FileSummary> _byId = new(StringComparer.Ordinal);
        private readonly Dictionary<string, FileSummary> _byPath = new(StringComparer.Ordinal);

        public IEnumerable<FileSummary> Summaries => _byId.Values;

        public void Add(IReadOnlyList<FileSummary> page)
        {
            foreach (FileSummary summary in page)
            {
                _byId[summary.Id] = summary;
                if (summary.ReceivedAt >= started)
                {
                    _byPath.TryAdd(summary.Path, summary);
                }
            }
        }

        // By path only what has no such id: the trigger gave the file up, or it was removed or overwritten before it was read. What was received
        // before this drop is another one's.
        public FileSummary? Find(DroppedFile file) => _byId.GetValueOrDefault(file.FileId)
            ?? (_byPath.TryGetValue(file.BlobName, out FileSummary? summary) && summary.ReceivedAt >= file.DroppedAt ? summary : null);
    }
}
