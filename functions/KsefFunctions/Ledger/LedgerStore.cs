using System.Globalization;
using System.Text.Json;
using KsefFunctions.Files;
using KsefFunctions.Index;
using KsefFunctions.Storage;

namespace KsefFunctions.Ledger;

/// <summary>
/// The ledger in the container <c>status</c>: a create-only claim for each content, and a document for each file that
/// changes under its ETag.
/// </summary>
/// <param name="storage">Where it is.</param>
/// <param name="index">Learns of each change; null for those who only read.</param>
public sealed class LedgerStore(InvoiceStorage storage, InvoiceIndex? index = null) : IRecordStore<FileRecord>
{
    private const string Folder = "files/";

    // Blob listings are in the order of names: counting down puts the newest file on the first page.
    private const long EndOfTime = 9_999_999_999_999;

    // Packages have documents of megabytes, and are read a few times, not a thousand; a file that is not checked yet tells nothing.
    private const int MostRecent = 4096;
    private const int FewInvoices = 3;

    private readonly RecordDocuments<FileRecord> _documents = new(storage, LedgerJson.Default.FileRecord);
    private readonly RecentRecords<FileRecord> _recent = new(MostRecent);
    private readonly RecentRecords<FileRecord> _created = new(MostRecent);

    /// <summary>Name of the document of a file received at <paramref name="receivedAt"/>.</summary>
    public static string NameFor(string id, DateTimeOffset receivedAt) =>
        string.Create(CultureInfo.InvariantCulture, $"{Folder}{EndOfTime - receivedAt.ToUnixTimeMilliseconds():D13}-{id}.json");

    /// <summary>Claims the content for <paramref name="first"/>, or finds the record that claimed it earlier.</summary>
    /// <returns>The record as it stands, and whether this call created it.</returns>
    public async Task<(FileRecord Record, bool Created)> ClaimAsync(FileRecord first, CancellationToken cancellationToken)
    {
        var claim = JsonSerializer.SerializeToUtf8Bytes(new Claim(first.LedgerName), LedgerJson.Default.Claim);
        if (!await storage.CreateOnceAsync(BlobArea.Status, ClaimName(first.Id), claim, cancellationToken))
        {
            var earlier = await ReadClaimAsync(first.Id, cancellationToken)
                ?? throw new InvalidOperationException($"The claim of {first.Id} vanished while it was read.");
            first = first with { LedgerName = earlier };
        }

        // The claim may outlive a crash that came before its document was written.
        if (await _documents.TryCreateAsync(first.LedgerName, first, SummaryMetadata.Write(FileSummary.Of(first)), cancellationToken) is not { } created)
        {
            return (await GetByNameAsync(first.LedgerName, cancellationToken), false);
        }

        _created.Keep(first.LedgerName, created);
        return (first, true);
    }

    /// <summary>The record of a file, or null when there is none: not claimed, or claimed this very moment.</summary>
    public async Task<FileRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        await ReadClaimAsync(id, cancellationToken) is { } name ? (await _documents.TryReadAsync(name, cancellationToken))?.Record : null;

    /// <summary>The record whose document is known to exist.</summary>
    public async Task<FileRecord> GetByNameAsync(string ledgerName, CancellationToken cancellationToken) => (await ReadAsync(ledgerName, cancellationToken)).Record;

    /// <summary>The record whose document is known to exist, with its version.</summary>
    public Task<KnownRecord<FileRecord>> ReadAsync(string name, CancellationToken cancellationToken) => _documents.ReadAsync(name, cancellationToken);

    /// <inheritdoc/>
    public async Task<KnownRecord<FileRecord>> ReadRecentAsync(string name, CancellationToken cancellationToken) => _recent.Find(name) ?? await ReadAsync(name, cancellationToken);

    /// <inheritdoc/>
    public async Task<KnownRecord<FileRecord>> ReadToBeginAsync(string name, CancellationToken cancellationToken) => _created.Find(name) ?? await ReadAsync(name, cancellationToken);

    /// <summary>Puts a record in the place of the version that is known.</summary>
    /// <returns>The record with its new version; null when another writer was faster.</returns>
    /// <exception cref="InvalidOperationException">It would be a step back.</exception>
    public async Task<KnownRecord<FileRecord>?> TryReplaceAsync(KnownRecord<FileRecord> known, FileRecord changed, CancellationToken cancellationToken)
    {
        LedgerOrder.Demand(known.Record, changed);
        var name = changed.LedgerName;
        _created.Forget(name);

        // Before the document: a crash between the two repeats the step that wants the change, and that writes both.
        var toIndex = index is null ? null : await index.WriteAsync(known.Record, changed, cancellationToken);
        var written = await _documents.TryReplaceAsync(name, known, changed, SummaryMetadata.Write(FileSummary.Of(changed)), cancellationToken);
        if (written is not null && changed.Invoices.Count is > 0 and <= FewInvoices && !changed.IsFinal)
        {
            _recent.Keep(name, written);
        }
        else
        {
            _recent.Forget(name);
        }

        if (written is not null && toIndex is not null)
        {
            index!.WriteBehind(changed, toIndex);
        }
        else if (written is null && index is not null)
        {
            // What the faster one wrote is in the ledger, and is to be in the index.
            await index.WriteAsync(changed, await GetByNameAsync(name, cancellationToken), cancellationToken);
        }

        return written;
    }

    /// <summary>Changes a record under its ETag; <paramref name="change"/> runs again on what another writer left, and returns null to leave it as it is.</summary>
    /// <exception cref="InvalidOperationException">The change would be a step back.</exception>
    public Task<FileRecord> UpdateAsync(string ledgerName, Func<FileRecord, FileRecord?> change, CancellationToken cancellationToken) =>
        this.ChangeAsync(ledgerName, change, cancellationToken);

    /// <summary>Removes a record and then its claim; a crash between leaves a claim that the next one fills again.</summary>
    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        if (await ReadClaimAsync(id, cancellationToken) is { } name)
        {
            await storage.DeleteAsync(BlobArea.Status, name, cancellationToken);
            await storage.DeleteAsync(BlobArea.Status, ClaimName(id), cancellationToken);
        }
    }

    /// <summary>One page of files, newest first.</summary>
    public async Task<(IReadOnlyList<FileSummary> Files, string? Continuation)> ListAsync(
        int pageSize, string? continuation, CancellationToken cancellationToken)
    {
        var (blobs, next) = await storage.ListPageAsync(BlobArea.Status, Folder, pageSize, continuation, cancellationToken);
        return ([.. blobs.Select(SummaryMetadata.Read)], next);
    }

    /// <summary>All files, newest first; one call to storage for each five thousand.</summary>
    public IAsyncEnumerable<FileSummary> ListAllAsync(CancellationToken cancellationToken) =>
        storage.ListAsync(BlobArea.Status, Folder, cancellationToken).Select(SummaryMetadata.Read);

    private async Task<string?> ReadClaimAsync(string id, CancellationToken cancellationToken)
    {
        var blob = await storage.ReadAsync(BlobArea.Status, ClaimName(id), cancellationToken);
        return blob is null ? null : JsonSerializer.Deserialize(blob.Content.Span, LedgerJson.Default.Claim)?.LedgerName;
    }

    private static string ClaimName(string id) => $"claims/{id}";
}
