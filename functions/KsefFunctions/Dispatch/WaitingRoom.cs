using KsefFunctions.Storage;

namespace KsefFunctions.Dispatch;

/// <summary>
/// What waits to be sent, in the container <c>status</c>. It lies beside the ledger and not in the durable engine, so that what waits survives the
/// loss of any orchestration.
/// </summary>
public sealed class WaitingRoom(InvoiceStorage storage)
{
    private const int AtOnce = 16;

    /// <summary>Adds a file, or leaves it where it waits.</summary>
    public async Task AddAsync(WaitingFile file, CancellationToken cancellationToken)
    {
        await using var nothing = PooledContent.Empty();
        await storage.CreateOnceAsync(BlobArea.Status, file.Name, nothing, cancellationToken, file.ToMetadata());
    }

    /// <summary>All that waits of a company, by form code.</summary>
    public IAsyncEnumerable<WaitingFile> ListAsync(string nip, CancellationToken cancellationToken) =>
        storage.ListAsync(BlobArea.Status, WaitingFile.FolderOf(nip), cancellationToken).Select(WaitingFile.Read);

    /// <summary>Takes files out, whose consignment is written down.</summary>
    public Task RemoveAsync(IEnumerable<WaitingFile> files, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        files,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
        async (file, token) => await storage.DeleteAsync(BlobArea.Status, file.Name, token));
}
