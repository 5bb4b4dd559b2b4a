using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace LocalHost.Queues;

/// <summary>Where one queue keeps its messages: a blob each, under <c>active</c> or <c>dead</c>, and remembered ids under <c>seen</c>.</summary>
internal sealed class QueueBlobs(BlobContainerClient container, string queue)
{
    private const string Active = "active";
    private const string Dead = "dead";
    private const string Seen = "seen";

    public Task WriteActiveAsync(QueueMessage message, CancellationToken cancellationToken) => WriteAsync(Active, message, cancellationToken);

    public Task WriteDeadAsync(QueueMessage message, CancellationToken cancellationToken) => WriteAsync(Dead, message, cancellationToken);

    public Task DeleteActiveAsync(QueueMessage message, CancellationToken cancellationToken) =>
        container.DeleteBlobIfExistsAsync(Name(Active, message.SequenceNumber), cancellationToken: cancellationToken);

    public Task DeleteDeadAsync(QueueMessage message, CancellationToken cancellationToken) =>
        container.DeleteBlobIfExistsAsync(Name(Dead, message.SequenceNumber), cancellationToken: cancellationToken);

    public IAsyncEnumerable<QueueMessage> ReadActiveAsync(CancellationToken cancellationToken) => ReadAsync(Active, cancellationToken);

    public IAsyncEnumerable<QueueMessage> ReadDeadAsync(CancellationToken cancellationToken) => ReadAsync(Dead, cancellationToken);

    /// <summary>Keeps the id of a message that has gone, for duplicate detection.</summary>
    public Task RememberAsync(QueueMessage message, CancellationToken cancellationToken) => WriteAsync(Seen, message with { Body = [] }, cancellationToken);

    public IAsyncEnumerable<QueueMessage> ReadRememberedAsync(CancellationToken cancellationToken) => ReadAsync(Seen, cancellationToken);

    public Task ForgetAsync(QueueMessage message, CancellationToken cancellationToken) =>
        container.DeleteBlobIfExistsAsync(Name(Seen, message.SequenceNumber), cancellationToken: cancellationToken);

    private async Task WriteAsync(string part, QueueMessage message, CancellationToken cancellationToken) =>
        await container.GetBlobClient(Name(part, message.SequenceNumber)).UploadAsync(
            new BinaryData(JsonSerializer.SerializeToUtf8Bytes(message, QueueJson.Default.QueueMessage)), overwrite: true, cancellationToken);

    private async IAsyncEnumerable<QueueMessage> ReadAsync(
        string part, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AsyncPageable<BlobItem> items = container.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{queue}/{part}/", cancellationToken);
        await foreach (BlobItem item in items)
        {
            BlobDownloadResult download = await container.GetBlobClient(item.Name).DownloadContentAsync(cancellationToken);
            yield return JsonSerializer.Deserialize(download.Content, QueueJson.Default.QueueMessage)!;
        }
    }

    private string Name(string part, long sequenceNumber) => string.Create(CultureInfo.InvariantCulture, $"{queue}/{part}/{sequenceNumber:d19}");
}
