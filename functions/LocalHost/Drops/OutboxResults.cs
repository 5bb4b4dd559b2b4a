using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using KsefFunctions.Results;
using KsefFunctions.Storage;

namespace LocalHost.Drops;

/// <summary>Tells whether the outbox has what the ledger promises: a file is final in the ledger a moment before its result is published.</summary>
internal sealed class OutboxResults(BlobServiceClient blobs)
{
    private readonly BlobContainerClient _outbox = blobs.GetBlobContainerClient(ContainerNames.Outbox);

    public async Task<bool> AreCompleteAsync(IReadOnlyList<DropProgress> files, CancellationToken cancellationToken)
    {
        var missing = files.Select(file => OutboxNames.Of(file.File.BlobName, "result.json")).ToHashSet(StringComparer.Ordinal);
        await foreach (BlobItem blob in _outbox.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: null, cancellationToken))
        {
            missing.Remove(blob.Name);
        }

        return missing.Count == 0;
    }
}
