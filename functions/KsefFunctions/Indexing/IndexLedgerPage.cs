using KsefFunctions.Index;
using KsefFunctions.Ledger;
using KsefFunctions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Indexing;

/// <summary>Writes the index of invoices anew for one page of the ledger's files. To run twice changes nothing.</summary>
public sealed class IndexLedgerPage(FileSteps steps, LedgerStore ledger, InvoiceIndex index, FileIndexing indexing)
{
    private const int FilesOfPage = 500;
    private const int AtOnce = 8;

    [Function(nameof(IndexLedgerPage))]
    public Task<IndexedPage> RunAsync([ActivityTrigger] IndexedPage before, CancellationToken cancellationToken) =>
        steps.RunAsync(nameof(IndexLedgerPage), NoFile.Instance, () => WriteAsync(before, cancellationToken), cancellationToken);

    private async Task<IndexedPage> WriteAsync(IndexedPage before, CancellationToken cancellationToken)
    {
        index.ForgetWords();
        var (files, continuation) = await ledger.ListAsync(FilesOfPage, before.Continuation, cancellationToken);
        var invoices = 0;
        await Parallel.ForEachAsync(
            files.Where(file => file.InvoiceCount > 0),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (file, token) =>
            {
                await indexing.WriteAsync(file.LedgerName, token);
                Interlocked.Add(ref invoices, file.InvoiceCount);
            });
        return new IndexedPage(before.Files + files.Count, before.Invoices + invoices, continuation);
    }
}

/// <summary>How far the index has been written anew.</summary>
/// <param name="Files">Files that were looked at.</param>
/// <param name="Invoices">Their invoices.</param>
/// <param name="Continuation">Where the ledger goes on; null at its end.</param>
public sealed record IndexedPage(int Files, int Invoices, string? Continuation)
{
    /// <summary>Before the first page.</summary>
    public static readonly IndexedPage Start = new(0, 0, Continuation: null);
}
