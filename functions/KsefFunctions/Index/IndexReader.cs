using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace KsefFunctions.Index;

/// <summary>Reads ranges of the table, and counts the rows that were read.</summary>
internal sealed class IndexReader(TableClient table)
{
    private const int LargestPage = 1000;
    private const int AtOnce = 16;

    private int _rowsRead;

    /// <summary>Rows that the table has given since this reader was made.</summary>
    public int RowsRead => _rowsRead;

    /// <summary>Rows of a range, in the order of their keys.</summary>
    /// <param name="range">The range.</param>
    /// <param name="first">How many are likely to be wanted; if more are, larger and larger pages are read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async IAsyncEnumerable<TableEntity> ReadAsync(KeyRange range, int first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = range.Filter;
        string? continuation = null;
        for (var size = first; ; size = Math.Min(2 * size, LargestPage))
        {
            if (await PageAsync(filter, continuation, size, cancellationToken) is not { } page)
            {
                yield break;
            }

            foreach (var row in page.Values)
            {
                yield return row;
            }

            continuation = page.ContinuationToken;
            if (continuation is null)
            {
                yield break;
            }
        }
    }

    /// <summary>The invoices that rows lead to; null for one that is not there.</summary>
    public async Task<IReadOnlyList<IndexedInvoice?>> InvoicesAsync(IReadOnlyList<(string Nip, TableEntity Row)> rows, CancellationToken cancellationToken)
    {
        var invoices = new IndexedInvoice?[rows.Count];
        await Parallel.ForAsync(
            0,
            rows.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (index, token) => invoices[index] = await InvoiceAsync(rows[index].Nip, rows[index].Row, token));
        return invoices;
    }

    private async Task<IndexedInvoice?> InvoiceAsync(string nip, TableEntity row, CancellationToken cancellationToken)
    {
        if (row.RowKey.StartsWith(IndexKeys.Start(IndexKind.Invoice), StringComparison.Ordinal))
        {
            return IndexedInvoiceRow.Read(row);
        }

        var key = IndexKeys.Row(IndexKind.Invoice, value: null, IndexKeys.InvoiceOf(row.RowKey));
        var found = await table.GetEntityIfExistsAsync<TableEntity>(nip, key, cancellationToken: cancellationToken);
        Interlocked.Increment(ref _rowsRead);
        return found.HasValue ? IndexedInvoiceRow.Read(found.Value!) : null;
    }

    // Null where there is no table yet: it is made with the first invoice.
    private async Task<Page<TableEntity>?> PageAsync(string filter, string? continuation, int size, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var page in table.QueryAsync<TableEntity>(filter, size, cancellationToken: cancellationToken).AsPages(continuation, size))
            {
                Interlocked.Add(ref _rowsRead, page.Values.Count);
                return page;
            }

            return null;
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == TableErrorCode.TableNotFound)
        {
            return null;
        }
    }
}
