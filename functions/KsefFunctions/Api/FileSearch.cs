using KsefFunctions.Files;
using KsefFunctions.Ledger;

namespace KsefFunctions.Api;

/// <summary>Finds files in the ledger's listing. A filter that matches little reads on, but never the whole ledger in one request.</summary>
public sealed class FileSearch(LedgerStore ledger)
{
    private const int ListingPage = 1000;
    private const int MostListings = 10;

    public async Task<FilesPage> FindAsync(FileFilter filter, int size, string? continuation, CancellationToken cancellationToken)
    {
        var found = new List<FileSummary>();
        for (var listings = 0; listings < MostListings; listings++)
        {
            // A listing cannot be cut in its middle and gone on with there: after a filter a page may hold a few files more than asked for.
            var missing = size - found.Count;
            var (files, next) = await ledger.ListAsync(listings == 0 ? missing : ListingOf(missing), continuation, cancellationToken);
            found.AddRange(files.Where(filter.Matches));
            continuation = next;
            var past = filter.From is { } from && files.Count > 0 && files[^1].ReceivedAt < from;
            if (continuation is null || past)
            {
                return new FilesPage(found, Continuation: null);
            }

            if (found.Count >= size)
            {
                break;
            }
        }

        return new FilesPage(found, continuation);
    }

    /// <summary>Counts the files that match, the newest first, as far as a few listings reach.</summary>
    public async Task<FileCounts> CountAsync(FileFilter filter, CancellationToken cancellationToken)
    {
        var outcomes = new SortedDictionary<FileOutcome, int>();
        var (open, dryRun) = (0, 0);
        string? continuation = null;
        var complete = false;
        for (var listings = 0; listings < MostListings && !complete; listings++)
        {
            var (files, next) = await ledger.ListAsync(ListingPage, continuation, cancellationToken);
            foreach (var file in files.Where(filter.Matches))
            {
                outcomes[file.Outcome] = outcomes.GetValueOrDefault(file.Outcome) + 1;
                open += file.IsFinal ? 0 : 1;
                dryRun += file.IsFinal && file.Outcome == FileOutcome.Validated ? 1 : 0;
            }

            continuation = next;
            complete = next is null || (filter.From is { } from && files.Count > 0 && files[^1].ReceivedAt < from);
        }

        return new FileCounts(outcomes, open, dryRun, outcomes.Values.Sum(), complete);
    }

    private static int ListingOf(int missing) => Math.Min(ListingPage, Math.Max(missing, 100));
}
