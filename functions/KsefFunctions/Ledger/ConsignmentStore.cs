using KsefFunctions.Files;
using KsefFunctions.Storage;

namespace KsefFunctions.Ledger;

/// <summary>The consignments in the container <c>status</c>: a document that changes under its ETag, and beside it, once for all, the files that take part.</summary>
public sealed class ConsignmentStore(InvoiceStorage storage) : IRecordStore<ConsignmentRecord>
{
    private readonly RecordDocuments<ConsignmentRecord> _documents = new(storage, LedgerJson.Default.ConsignmentRecord);
    private readonly RecordDocuments<IReadOnlyList<ConsignmentMember>> _members = new(storage, LedgerJson.Default.IReadOnlyListConsignmentMember);

    /// <summary>Writes a new consignment down, or finds it as it stands: the same choice of files is the same consignment.</summary>
    public async Task<ConsignmentRecord> CreateAsync(ConsignmentRecord first, IReadOnlyList<ConsignmentMember> members, CancellationToken cancellationToken)
    {
        await _members.TryCreateAsync(ConsignmentNames.Members(first.ContextNip, first.Id), members, metadata: null, cancellationToken);
        var name = ConsignmentNames.Document(first.ContextNip, first.Id);
        return await _documents.TryCreateAsync(name, first, metadata: null, cancellationToken) is not null ? first : (await ReadAsync(name, cancellationToken)).Record;
    }

    /// <inheritdoc/>
    public Task<KnownRecord<ConsignmentRecord>> ReadAsync(string name, CancellationToken cancellationToken) => _documents.ReadAsync(name, cancellationToken);

    /// <summary>A consignment; null when there is none of that id.</summary>
    public async Task<ConsignmentRecord?> FindAsync(string nip, string id, CancellationToken cancellationToken) =>
        (await _documents.TryReadAsync(ConsignmentNames.Document(nip, id), cancellationToken))?.Record;

    /// <inheritdoc/>
    public Task<KnownRecord<ConsignmentRecord>?> TryReplaceAsync(KnownRecord<ConsignmentRecord> known, ConsignmentRecord changed, CancellationToken cancellationToken) =>
        _documents.TryReplaceAsync(ConsignmentNames.Document(changed.ContextNip, changed.Id), known, changed, metadata: null, cancellationToken);

    /// <summary>Changes a consignment under its ETag; <paramref name="change"/> runs again on what another writer left, and returns null to leave it as it is.</summary>
    public Task<ConsignmentRecord> UpdateAsync(string nip, string id, Func<ConsignmentRecord, ConsignmentRecord?> change, CancellationToken cancellationToken) =>
        this.ChangeAsync(ConsignmentNames.Document(nip, id), change, cancellationToken);

    /// <summary>The files that take part.</summary>
    public async Task<IReadOnlyList<ConsignmentMember>> MembersAsync(string nip, string id, CancellationToken cancellationToken) =>
        (await _members.ReadAsync(ConsignmentNames.Members(nip, id), cancellationToken)).Record;

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
}
