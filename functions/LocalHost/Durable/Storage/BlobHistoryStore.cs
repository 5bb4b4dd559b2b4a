using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using LocalHost.Durable.History;

namespace LocalHost.Durable;

/// <summary>
/// Keeps each execution in an append blob, a block per commit. An append is conditional on the blob's length. An ended execution is marked by
/// metadata, so a listing tells ended from unfinished ones.
/// </summary>
/// <param name="container">The container; created when it is missing.</param>
public sealed class BlobHistoryStore(BlobContainerClient container) : IHistoryStore
{
    private readonly StoreOperations _operations = new();

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, long> Operations => _operations.Snapshot();

    /// <inheritdoc/>
    public Task InitializeAsync(CancellationToken cancellationToken)
    {
        _operations.Count("Initialize");
        return container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredExecution> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in container.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata }, cancellationToken).AsPages())
        {
            _operations.Count("List");
            foreach (var blob in page.Values)
            {
                if (BlobNames.TryParse(blob.Name, out var key))
                {
                    yield return new StoredExecution(key, blob.Properties.ContentLength ?? 0, SummaryMetadata.Read(blob.Metadata));
                }
            }
        }
    }

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(ExecutionKey key, CancellationToken cancellationToken)
    {
        _operations.Count("Read");
        try
        {
            var response = await Blob(key).DownloadContentAsync(cancellationToken);
            return response.Value.Content.ToMemory();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task CreateAsync(ExecutionKey key, CancellationToken cancellationToken)
    {
        _operations.Count("Create");
        try
        {
            var onlyNew = new AppendBlobCreateOptions { Conditions = new AppendBlobRequestConditions { IfNoneMatch = ETag.All } };
            await Blob(key).CreateAsync(onlyNew, cancellationToken);
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            // An empty one was reserved by a try whose answer was lost, or by a process that died.
            if (await ReadAsync(key, cancellationToken) is not { IsEmpty: true })
            {
                throw new ConcurrentWriterException($"The execution {key} exists already.");
            }
        }
    }

    /// <inheritdoc/>
    public async Task AppendAsync(ExecutionKey key, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        _operations.Count("Append");
        try
        {
            using var content = BinaryData.FromBytes(block).ToStream();
            var onlyAtEnd = new AppendBlobAppendBlockOptions { Conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = position } };
            await Blob(key).AppendBlockAsync(content, onlyAtEnd, cancellationToken);
        }
        catch (RequestFailedException elsewhere) when (elsewhere.Status is 412 or 404)
        {
            if (!await IsThereAsync(key, position, block, cancellationToken))
            {
                throw new ConcurrentWriterException($"The history of {key} does not end at {position}.");
            }
        }
    }

    /// <inheritdoc/>
    public async Task SealAsync(ExecutionKey key, InstanceSummary summary, CancellationToken cancellationToken)
    {
        _operations.Count("Seal");
        await Blob(key).SetMetadataAsync(SummaryMetadata.Write(summary), cancellationToken: cancellationToken);
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(ExecutionKey key, CancellationToken cancellationToken)
    {
        _operations.Count("Delete");
        await Blob(key).DeleteIfExistsAsync(cancellationToken: cancellationToken);
    }

    /// <summary>Whether the block is the last thing in the blob: then an earlier try of the same append has succeeded unnoticed.</summary>
    private async Task<bool> IsThereAsync(ExecutionKey key, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken) =>
        await ReadAsync(key, cancellationToken) is { } content
        && content.Length == position + block.Length
        && content.Span[(int)position..].SequenceEqual(block.Span);

    private AppendBlobClient Blob(ExecutionKey key) => container.GetAppendBlobClient(BlobNames.Of(key));
}
