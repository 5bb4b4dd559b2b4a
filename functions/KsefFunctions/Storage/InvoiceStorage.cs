using System.Security.Cryptography;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace KsefFunctions.Storage;

/// <summary>The five containers, with the few operations that the flow needs. Every write says what it expects to find.</summary>
public sealed class InvoiceStorage(BlobServiceClient service)
{
    // What cannot be read again is kept in memory until it is written: 256 MB of it, unless told otherwise.
    private static readonly StorageTransferOptions InBlocks = new() { InitialTransferSize = BlockSize, MaximumTransferSize = BlockSize, MaximumConcurrency = 1 };

    private const int BlockSize = 4 * 1024 * 1024;

    /// <summary>Streams a blob from its start; null when there is no such blob, or none with that ETag any more.</summary>
    public async Task<BlobDownload?> DownloadAsync(BlobArea area, string name, ETag? expected, CancellationToken cancellationToken)
    {
        var conditions = expected is { } etag ? new BlobRequestConditions { IfMatch = etag } : null;
        try
        {
            var download = await Container(area).GetBlobClient(name)
                .DownloadStreamingAsync(new BlobDownloadOptions { Conditions = conditions }, cancellationToken);
            var details = download.Value.Details;
            return new BlobDownload(download.Value.Content, details.ETag, details.ContentLength, details.Metadata);
        }
        catch (RequestFailedException gone) when (gone.Status is 404 or 412)
        {
            return null;
        }
    }

    /// <summary>A seekable stream over a blob that reads ahead in ranges.</summary>
    public Task<Stream> OpenReadAsync(BlobArea area, string name, CancellationToken cancellationToken) =>
        Container(area).GetBlobClient(name).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellationToken);

    /// <summary>Reads a small blob whole; null when there is no such blob.</summary>
    public async Task<StoredBlob?> ReadAsync(BlobArea area, string name, CancellationToken cancellationToken)
    {
        try
        {
            var download = await Container(area).GetBlobClient(name).DownloadContentAsync(cancellationToken);
            return new StoredBlob(
                download.Value.Content.ToMemory(), download.Value.Details.ETag, download.Value.Details.LastModified, download.Value.Details.Metadata);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Writes a blob that must not exist yet.</summary>
    /// <returns>False when it exists already; what is there stays.</returns>
    public async Task<bool> CreateOnceAsync(BlobArea area, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        await using var stream = BinaryData.FromBytes(content).ToStream();
        return await CreateOnceAsync(area, name, stream, cancellationToken);
    }

    /// <summary>Streams content into a blob that must not exist yet: from its start, where the stream can seek.</summary>
    /// <returns>False when it exists already; what is there stays.</returns>
    public async Task<bool> CreateOnceAsync(
        BlobArea area, string name, Stream content, CancellationToken cancellationToken, IDictionary<string, string>? metadata = null) =>
        await TryCreateAsync(area, name, content, metadata, cancellationToken) is not null;

    /// <summary>Streams content into a blob that must not exist yet: from its start, where the stream can seek.</summary>
    /// <returns>Its version; null when it exists already: what is there stays.</returns>
    public async Task<ETag?> TryCreateAsync(BlobArea area, string name, Stream content, IDictionary<string, string>? metadata, CancellationToken cancellationToken)
    {
        try
        {
            return await UploadAsync(area, name, content, new BlobRequestConditions { IfNoneMatch = ETag.All }, metadata, cancellationToken);
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            return null;
        }
    }

    /// <summary>Writes a blob whatever is there.</summary>
    public async Task ReplaceAsync(
        BlobArea area, string name, ReadOnlyMemory<byte> content, IDictionary<string, string>? metadata, CancellationToken cancellationToken)
    {
        await using var stream = BinaryData.FromBytes(content).ToStream();
        await UploadAsync(area, name, stream, conditions: null, metadata, cancellationToken);
    }

    /// <summary>
    /// Writes over a blob if it still has <paramref name="expected"/>. A write whose answer was lost is tried again by the client and then refused:
    /// what stands there by itself counts as written. The stream must be able to seek; it is written from its start.
    /// </summary>
    /// <returns>The new version; null when another writer was faster.</returns>
    public async Task<ETag?> TryReplaceAsync(
        BlobArea area, string name, Stream content, ETag expected, IDictionary<string, string>? metadata, CancellationToken cancellationToken)
    {
        try
        {
            return await UploadAsync(area, name, content, new BlobRequestConditions { IfMatch = expected }, metadata, cancellationToken);
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 409 or 412)
        {
            content.Position = 0;
            return await ReadAsync(area, name, cancellationToken) is { } there && IsSame(there, await SHA256.HashDataAsync(content, cancellationToken)) ? there.ETag : null;
        }
    }

    /// <summary>Adds to the end of an append blob, which is made where there is none. An answer that is lost can make it stand there twice.</summary>
    /// <returns>False when the blob takes no more: it has its 50,000 blocks, or a copy made a block blob of it, which has no end to add to.</returns>
    public async Task<bool> AppendAsync(BlobArea area, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var blob = Container(area).GetAppendBlobClient(name);
        while (true)
        {
            try
            {
                await using var stream = BinaryData.FromBytes(content).ToStream();
                await blob.AppendBlockAsync(stream, cancellationToken: cancellationToken);
                return true;
            }
            catch (RequestFailedException missing) when (missing.Status == 404)
            {
                await blob.CreateIfNotExistsAsync(new AppendBlobCreateOptions { HttpHeaders = new BlobHttpHeaders { ContentType = ContentTypes.Of(name) } }, cancellationToken);
            }
            catch (RequestFailedException full) when (full.ErrorCode == BlobErrorCode.BlockCountExceedsLimit || full.ErrorCode == BlobErrorCode.InvalidBlobType)
            {
                return false;
            }
        }
    }

    /// <summary>A stream into a new block blob; the blob appears when the stream is closed, and nothing appears when it never is.</summary>
    public Task<Stream> OpenWriteAsync(BlobArea area, string name, CancellationToken cancellationToken) =>
        Container(area).GetBlockBlobClient(name).OpenWriteAsync(overwrite: true, cancellationToken: cancellationToken);

    public async Task<bool> ExistsAsync(BlobArea area, string name, CancellationToken cancellationToken) =>
        await Container(area).GetBlobClient(name).ExistsAsync(cancellationToken);

    /// <summary>One page of a listing with metadata, in the order of names.</summary>
    public async Task<(IReadOnlyList<ListedBlob> Blobs, string? Continuation)> ListPageAsync(
        BlobArea area, string prefix, int pageSize, string? continuation, CancellationToken cancellationToken)
    {
        var pages = Container(area)
            .GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, cancellationToken)
            .AsPages(continuation, pageSize);
        await foreach (var page in pages)
        {
            return ([.. page.Values.Select(Listed)], string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken);
        }

        return ([], null);
    }

    /// <summary>All blobs below a prefix with metadata, in the order of names, a page of five thousand for each call.</summary>
    public IAsyncEnumerable<ListedBlob> ListAsync(BlobArea area, string prefix, CancellationToken cancellationToken) =>
        Container(area).GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, cancellationToken).Select(Listed);

    public Task DeleteAsync(BlobArea area, string name, CancellationToken cancellationToken) =>
        Container(area).DeleteBlobIfExistsAsync(name, cancellationToken: cancellationToken);

    /// <summary>Deletes everything below a folder.</summary>
    public async Task DeleteFolderAsync(BlobArea area, string prefix, CancellationToken cancellationToken)
    {
        await foreach (var blob in Container(area).GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken))
        {
            await Container(area).DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellationToken);
        }
    }

    private static bool IsSame(StoredBlob there, byte[] hash) => SHA256.HashData(there.Content.Span).AsSpan().SequenceEqual(hash);

    private static ListedBlob Listed(BlobItem blob) =>
        new(blob.Name, blob.Properties.ETag.GetValueOrDefault().ToString("G"), blob.Properties.LastModified.GetValueOrDefault(), blob.Metadata);

    private async Task<ETag> UploadAsync(
        BlobArea area, string name, Stream content, BlobRequestConditions? conditions, IDictionary<string, string>? metadata, CancellationToken cancellationToken)
    {
        if (content.CanSeek)
        {
            content.Position = 0;
        }

        var options = new BlobUploadOptions
        {
            Conditions = conditions,
            Metadata = metadata,
            HttpHeaders = new BlobHttpHeaders { ContentType = ContentTypes.Of(name) },
            TransferOptions = content.CanSeek ? default : InBlocks,
        };
        var written = await Container(area).GetBlobClient(name).UploadAsync(content, options, cancellationToken);
        return written.Value.ETag;
    }

    private BlobContainerClient Container(BlobArea area) => service.GetBlobContainerClient(ContainerNames.Of(area));
}
