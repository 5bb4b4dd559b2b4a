using System.Text.Json;
using KsefFunctions.Files;
using KsefFunctions.Storage;

namespace KsefFunctions.Ledger;

/// <summary>The consignments in the container <c>status</c>: a document that changes under its ETag, and beside it, once for all, the files that take part.</summary>
public sealed class ConsignmentStore(InvoiceStorage storage) : IRecordStore<ConsignmentRecord>
{
    /// <summary>Writes a new consignment down, or finds it as it stands: the same choice of files is the same consignment.</summary>
    public async Task<ConsignmentRecord> CreateAsync(ConsignmentRecord first, IReadOnlyList<ConsignmentMember> members, CancellationToken cancellationToken)
    {
        await using var list = PooledContent.Json(members, LedgerJson.Default.IReadOnlyListConsignmentMember);
        await storage.CreateOnceAsync(BlobArea.Status, ConsignmentNames.Members(first.ContextNip, first.Id), list, cancellationToken);
        await using var document = PooledContent.Json(first, LedgerJson.Default.ConsignmentRecord);
        var name = ConsignmentNames.Document(first.ContextNip, first.Id);
        return await storage.CreateOnceAsync(BlobArea.Status, name, document, cancellationToken) ? first : (await ReadAsync(name, cancellationToken)).Record;
    }

    /// <inheritdoc/>
    public async Task<KnownRecord<ConsignmentRecord>> ReadAsync(string name, CancellationToken cancellationToken) =>
        await TryReadAsync(name, cancellationToken) ?? throw new InvalidOperationException($"The document {name} is missing.");

    /// <summary>A consignment; null when there is none of that id.</summary>
    public async Task<ConsignmentRecord?> FindAsync(string nip, string id, CancellationToken cancellationToken) =>
        (await TryReadAsync(ConsignmentNames.Document(nip, id), cancellationToken))?.Record;

    /// <inheritdoc/>
    public async Task<KnownRecord<ConsignmentRecord>?> TryReplaceAsync(
        KnownRecord<ConsignmentRecord> known, ConsignmentRecord changed, CancellationToken cancellationToken)
    {
        await using var document = PooledContent.Json(changed, LedgerJson.Default.ConsignmentRecord);
        var name = ConsignmentNames.Document(changed.ContextNip, changed.Id);
        var written = await storage.TryReplaceAsync(BlobArea.Status, name, document, known.ETag, metadata: null, cancellationToken);
        return written is { } etag ? new KnownRecord<ConsignmentRecord>(changed, etag) : null;
    }

    /// <summary>Changes a consignment under its ETag; <paramref name="change"/> runs again on what another writer left, and returns null to leave it as it is.</summary>
    public async Task<ConsignmentRecord> UpdateAsync(string nip, string id, Func<ConsignmentRecord, ConsignmentRecord?> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var known = await ReadAsync(ConsignmentNames.Document(nip, id), cancellationToken);
            if (change(known.Record) is not { } changed)
            {
                return known.Record;
            }

            if (await TryReplaceAsync(known, changed, cancellationToken) is { } written)
            {
                return written.Record;
            }
        }
    }

    /// <summary>The files that take part.</summary>
    public async Task<IReadOnlyList<ConsignmentMember>> MembersAsync(string nip, string id, CancellationToken cancellationToken)
    {
        var name = ConsignmentNames.Members(nip, id);
        await using var blob = await storage.DownloadAsync(BlobArea.Status, name, expected: null, cancellationToken)
            ?? throw new InvalidOperationException($"The document {name} is missing.");
        return await JsonSerializer.DeserializeAsync(blob.Content, LedgerJson.Default.IReadOnlyListConsignmentMember, cancellationToken) ?? [];
    }

    /// <summary>Says that a consignment is on its way, so that its company's dispatcher counts it.</summary>
    public Task MarkOpenAsync(string nip, string id, CancellationToken cancellationToken) =>
        storage.CreateOnceAsync(BlobArea.Status, ConsignmentNames.OpenMark(nip, id), ReadOnlyMemory<byte>.Empty, cancellationToken);

    /// <summary>Says that it has ended.</summary>
    public Task MarkEndedAsync(string nip, string id, CancellationToken cancellationToken) =>
        storage.DeleteAsync(BlobArea.Status, ConsignmentNames.OpenMark(nip, id), cancellationToken);

    /// <summary>Ids of a company's consignments that are on their way.</summary>
    public IAsyncEnumerable<string> OpenAsync(string nip, CancellationToken cancellationToken) =>
        storage.ListAsync(BlobArea.Status, ConsignmentNames.OpenMarks(nip), cancellationToken).Select(mark => Path.GetFileName(mark.Name));

    /// <summary>All that are on their way, with the moment in which each said so.</summary>
    public IAsyncEnumerable<(string Nip, string Id, DateTimeOffset MarkedAt)> AllOpenAsync(CancellationToken cancellationToken) =>
        storage.ListAsync(BlobArea.Status, ConsignmentNames.AllOpenMarks, cancellationToken).Select(mark => (mark.Name.Split('/')[1], Path.GetFileName(mark.Name), mark.LastModified));

    private async Task<KnownRecord<ConsignmentRecord>?> TryReadAsync(string name, CancellationToken cancellationToken)
    {
        await using var blob = await storage.DownloadAsync(BlobArea.Status, name, expected: null, cancellationToken);
        if (blob is null)
        {
            return null;
        }

        var record = await JsonSerializer.DeserializeAsync(blob.Content, LedgerJson.Default.ConsignmentRecord, cancellationToken)
            ?? throw new InvalidOperationException($"The document {name} is empty.");
        return new KnownRecord<ConsignmentRecord>(record, blob.ETag);
    }
}
