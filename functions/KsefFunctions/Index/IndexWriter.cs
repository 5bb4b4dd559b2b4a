using System.Collections.Concurrent;
using Azure.Data.Tables;
using KsefFunctions.Files;

namespace KsefFunctions.Index;

/// <summary>Writes rows of the table, and the words that lead to them, which most invoices of a company share.</summary>
internal sealed class IndexWriter(TableClient table)
{
    // So many words are known to be written; then they are written again.
    private const int MostWords = 50_000;

    // Rows of a large package are not all made before the first is written.
    private const int RowsAtOnce = 2000;

    private readonly TableTransactions _transactions = new(table);
    private readonly ConcurrentDictionary<(string Partition, string Key), bool> _words = new();

    /// <summary>Writes what a change of a file changes.</summary>
    /// <param name="before">The file as it was written last; null where that is not known.</param>
    /// <param name="after">The file.</param>
    public Task WriteAsync(FileRecord? before, FileRecord after) => WriteAsync(IndexChanges.Between(before, after));

    /// <summary>Writes all rows of a file, whatever the table has, and removes what it should not have.</summary>
    public async Task WriteAnewAsync(FileRecord file, CancellationToken cancellationToken)
    {
        if (IndexChanges.InvoicesOf(file).FirstOrDefault() is { } first)
        {
            var range = KeyRange.Prefix(file.ContextNip, IndexKind.Invoice, IndexKeys.OfFile(first));
            var known = await new IndexReader(table).ReadAsync(range, file.Invoices.Count, cancellationToken).Select(IndexedInvoiceRow.Read).ToListAsync(cancellationToken);
            await WriteAsync(IndexChanges.Anew(known, file));
        }
    }

    /// <summary>Writes words again with the next invoices: the table may have been lost.</summary>
    public void ForgetWords() => _words.Clear();

    private async Task WriteAsync(IEnumerable<TableTransactionAction> changes)
    {
        var words = new HashSet<(string Partition, string Key)>();
        foreach (var some in changes.Where(change => !IndexRows.IsShared(change.Entity) || IsNew((change.Entity.PartitionKey, change.Entity.RowKey), words)).Chunk(RowsAtOnce))
        {
            await _transactions.WriteAsync(some);
        }

        if (_words.Count > MostWords)
        {
            _words.Clear();
        }

        foreach (var word in words)
        {
            _words.TryAdd(word, true);
        }
    }

    private bool IsNew((string Partition, string Key) word, HashSet<(string Partition, string Key)> words) => !_words.ContainsKey(word) && words.Add(word);
}
