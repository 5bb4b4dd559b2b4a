using Azure.Data.Tables;
using KsefFunctions.Files;
using KsefFunctions.Storage;

namespace KsefFunctions.Index;

/// <summary>
/// Keeps the table of invoices as the ledger is: each change of a file is written here first, and then there. It is never the truth itself, and never in the
/// way of an invoice: what cannot be written is noted, and made up for by the sweep; what would take long is noted, and written behind the change.
/// </summary>
public sealed partial class InvoiceIndex(TableServiceClient tables, InvoiceStorage storage, TimeProvider time, ILogger<InvoiceIndex> logger)
{
    private const string Folder = "unindexed/";

    // A package of ten thousand has a hundred thousand rows; Azure takes some two thousand a second.
    private const int MostAtOnce = 1000;

    // While the table does not answer, each file would wait for it anew.
    private static readonly TimeSpan LeftAloneFor = TimeSpan.FromMinutes(1);

    private readonly IndexWriter _writer = new(tables.GetTableClient(IndexTable.Name));
    private readonly Lock _lock = new();
    private Task _behind = Task.CompletedTask;
    private DateTimeOffset _leftAloneUntil = DateTimeOffset.MinValue;

    /// <summary>Writes what a change of a file changes, before it is written down.</summary>
    /// <param name="before">The file as it was written last; null where that is not known.</param>
    /// <param name="after">The file.</param>
    /// <param name="cancellationToken">Stops the noting of what is not written; what is on its way to the table is not stopped.</param>
    /// <returns>A note of what is to be written behind the change, by <see cref="WriteBehind"/>; null where nothing is left to do.</returns>
    public async Task<string?> WriteAsync(FileRecord? before, FileRecord after, CancellationToken cancellationToken)
    {
        if (after.Invoices.Count == 0 && before is not { Invoices.Count: > 0 })
        {
            return null;
        }

        if (after.Invoices.Count > MostAtOnce)
        {
            // While it is on its way, its page shows it.
            return after.IsFinal || after.Outcome == FileOutcome.AwaitingApproval ? await NoteAsync(after, cancellationToken) : null;
        }

        if (!await TryWriteAsync(() => _writer.WriteAsync(before, after), after))
        {
            await NoteAsync(after, cancellationToken);
        }

        return null;
    }

    /// <summary>Writes a large file, which is written down by now, and removes the note of it. Where this process ends before, the sweep does it.</summary>
    public void WriteBehind(FileRecord file, string note)
    {
        lock (_lock)
        {
            // One after the other: rows of ten thousand invoices are enough at once.
            var before = _behind;
            _behind = Task.Run(() => WriteBehindAsync(before, file, note));
        }
    }

    /// <summary>Notes of changes that are not written, and the ledger name of the file that each is about.</summary>
    /// <param name="before">Only what was noted before that.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    internal IAsyncEnumerable<(string Note, string LedgerName)> UnwrittenAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        storage.ListAsync(BlobArea.Status, Folder, cancellationToken)
            .Where(note => note.LastModified < before)
            .Select(note => (note.Name, note.Name[Folder.Length..note.Name.LastIndexOf('/')]));

    /// <summary>Writes all rows of a file, whatever the table has, and removes what it should not have.</summary>
    internal Task WriteAnewAsync(FileRecord file, CancellationToken cancellationToken) => _writer.WriteAnewAsync(file, cancellationToken);

    /// <summary>Writes words again with the next invoices: the table may have been lost.</summary>
    internal void ForgetWords() => _writer.ForgetWords();

    /// <summary>Removes a note whose change has been made up for.</summary>
    internal Task ForgetAsync(string note, CancellationToken cancellationToken) => storage.DeleteAsync(BlobArea.Status, note, cancellationToken);

    private async Task WriteBehindAsync(Task before, FileRecord file, string note)
    {
        await before;
        await TryWriteAsync(
            async () =>
            {
                await _writer.WriteAnewAsync(file, CancellationToken.None);
                await ForgetAsync(note, CancellationToken.None);
            },
            file);
    }

    private async Task<bool> TryWriteAsync(Func<Task> writeAsync, FileRecord file)
    {
        if (time.GetUtcNow() < _leftAloneUntil)
        {
            return false;
        }

        try
        {
            await writeAsync();
            return true;
        }
        catch (Exception failure)
        {
            LogFailure(failure, file.Id);
            _leftAloneUntil = time.GetUtcNow() + LeftAloneFor;
            return false;
        }
    }

    private async Task<string> NoteAsync(FileRecord file, CancellationToken cancellationToken)
    {
        var note = $"{Folder}{file.LedgerName}/{time.GetUtcNow().UtcTicks:D19}";
        await storage.CreateOnceAsync(BlobArea.Status, note, ReadOnlyMemory<byte>.Empty, cancellationToken);
        return note;
    }

    [LoggerMessage(2301, LogLevel.Warning, "The index of invoices could not be written for {FileId}; the sweep makes up for it")]
    private partial void LogFailure(Exception failure, string fileId);
}
