using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using KsefFunctions.Ledger;
using KsefFunctions.Storage;

namespace LocalHost.Drops;

/// <summary>Tells whether a state has seen no file yet.</summary>
internal static class EmptyState
{
    /// <returns>True when nothing lies in the inbox and nothing was ever taken in: an ERP may have deleted its drops.</returns>
    public static async Task<bool> IsAsync(BlobServiceClient blobs, CancellationToken cancellationToken)
    {
        var ledger = new LedgerStore(new InvoiceStorage(blobs));
        if ((await ledger.ListAsync(1, continuation: null, cancellationToken)).Files.Count > 0)
        {
            return false;
        }

        await foreach (BlobItem _ in blobs.GetBlobContainerClient(ContainerNames.Inbox).GetBlobsAsync(cancellationToken: cancellationToken))
        {
            return false;
        }

        return true;
    }
}
