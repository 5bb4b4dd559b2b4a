using System.Collections.Concurrent;
using Azure.Data.Tables;
using KsefFunctions.Files;
using KsefFunctions.Storage;

namespace KsefFunctions.Index;

/// <summary>
/// Keeps the table of invoices as the ledger is: each change of a file is written here first, and then there. It is never the truth itself, and never in the
/// way of an invoice: what cannot be written is noted, and made up for by the sweep.
/// </summary>
public sealed partial class InvoiceIndex(TableServiceClient tables, InvoiceStorage storage, TimeProvider time, ILogger<InvoiceIndex> logger)
{
    private const string Folder = "unindexed/";

    // While the table does not answer, each file would wait for it anew.
    private static readonly TimeSpan LeftAloneFor = TimeSpan.FromMinutes(1);

    // So many words are known to be written; then they are written again.
    private const int MostWords = 50_000;

    private readonly TableClient _table = tables.GetTableClient(IndexTable.Name);
    private readonly TableTransactions _transactions = new(tables.GetTableClient(IndexTable.Name));
    private readonly ConcurrentDictionary<(string Partition, string Key), bool> _words = new();
    private DateTimeOffset _leftAloneUntil = DateTimeOffset.MinValue;

    /// <summary>Writes what a change of a file changes.</summary>
    /// <param name="before">The file as it was written last; null where that is not known.</param>
    /// <param name="after">The file.</param>
    /// <param name="cancellationToken">Stops the noting of what could not be written; what is on its way to the table is not stopped.</param>
    public async Task WriteAsync(FileRecord? before, FileRecord after, CancellationToken cancellationToken)
    {
        if (after.Invoices.Count == 0 && before is not { Invoices.Count: > 0 })
        {
            return;
        }

        try
        {
            if (time.GetUtcNow() >= _leftAloneUntil)
            {
                await WriteAsync(IndexChanges.Between(before, after), after);
                return;
            }
        }
        catch (Exception failure)
        {
            LogFailure(failure, after.Id);
            _leftAloneUntil = time.GetUtcNow() + LeftAloneFor;
        }

        await storage.CreateOnceAsync(BlobArea.Status, $"{Folder}{after.LedgerName}/{time.GetUtcNow().UtcTicks:D19}", ReadOnlyMemory<byte>.Empty, cancellationToken);
    }

    /// <summary>Notes of changes that could not be written, and the ledger name of the file that each is about.</summary>
    /// <param name="before">Only what was noted before that.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    internal IAsyncEnumerable<(string Mark, string LedgerName)> UnwrittenAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        storage.ListAsync(BlobArea.Status, Folder, cancellationToken)
            .Where(mark => mark.LastModified < before)
            .Select(mark => (mark.Name, LedgerNameOf(mark.Name)));

    /// <summary>Writes all rows of a file, whatever the table has, and removes what it should not have.</summary>
    internal async Task WriteAnewAsync(FileRecord file, CancellationToken cancellationToken)
    {
        if (IndexChanges.InvoicesOf(file).FirstOrDefault() is { } first)
        {
            var range = KeyRange.Prefix(file.ContextNip, IndexKind.Invoice, IndexKeys.OfFile(first));
            var known = await new IndexReader(_table).ReadAsync(range, file.Invoices.Count, cancellationToken).Select(IndexedInvoiceRow.Read).ToListAsync(cancellationToken);
            await WriteAsync(IndexChanges.Anew(known, file), file);
        }
    }

    /// <summary>Writes words again with the next invoices: the table may have been lost.</summary>
    internal void ForgetWords() => _words.Clear();

    /// <summary>Removes a note whose change has been made up for.</summary>
    internal Task ForgetAsync(string mark, CancellationToken cancellationToken) => storage.DeleteAsync(BlobArea.Status, mark, cancellationToken);

    private async Task WriteAsync(IEnumerable<TableTransactionAction> changes, FileRecord file)
    {
        var words = NewWords(file);
        await _transactions.WriteAsync([.. changes, .. words.Select(word => new TableTransactionAction(TableTransactionActionType.UpsertReplace, word))]);
        Remember(words);
    }

    // They are the same for most invoices of a company.
    private List<TableEntity> NewWords(FileRecord file)
    {
        var seen = new HashSet<(string, string)>();
        return
        [
            .. IndexChanges.InvoicesOf(file).SelectMany(IndexRows.WordsOf)
                .Where(word => !_words.ContainsKey((word.PartitionKey, word.RowKey)) && seen.Add((word.PartitionKey, word.RowKey))),
        ];
    }

    private void Remember(List<TableEntity> words)
    {
        if (_words.Count > MostWords)
        {
            _words.Clear();
        }

        words.ForEach(word => _words.TryAdd((word.PartitionKey, word.RowKey), true));
    }

    private static string LedgerNameOf(string mark) => mark[Folder.Length..mark.LastIndexOf('/')];

    [LoggerMessage(2301, LogLevel.Warning, "The index of invoices could not be written for {FileId}; the sweep makes up for it")]
    private partial void LogFailure(Exception failure, string fileId);
}
