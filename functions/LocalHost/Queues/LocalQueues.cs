using System.Collections.Concurrent;
using Azure.Storage.Blobs;

namespace LocalHost.Queues;

/// <summary>The queues of this machine, opened when first asked for. Service Bus queues and storage queues live in separate name spaces.</summary>
public sealed class LocalQueues(BlobServiceClient blobs, TimeProvider time) : IAsyncDisposable
{
    private const string ContainerName = "localhost-queues";

    private readonly ConcurrentDictionary<string, Lazy<Task<LocalQueue>>> _queues = new(StringComparer.Ordinal);

    public Task<LocalQueue> ServiceBusAsync(string name) => OpenAsync("servicebus", name, LocalQueueOptions.ServiceBus);

    public Task<LocalQueue> StorageAsync(string name) => OpenAsync("storage", name, LocalQueueOptions.Storage);

    public async ValueTask DisposeAsync()
    {
        foreach (Lazy<Task<LocalQueue>> queue in _queues.Values)
        {
            (await queue.Value).Dispose();
        }
    }

    /// <summary>A queue is loaded once, for whoever asks first: nobody's cancellation token may cut that short.</summary>
    internal Task<LocalQueue> OpenAsync(string kind, string name, LocalQueueOptions options) =>
        _queues.GetOrAdd($"{kind}/{name}", path => new Lazy<Task<LocalQueue>>(() => LoadAsync(path, name, options))).Value;

    private async Task<LocalQueue> LoadAsync(string path, string name, LocalQueueOptions options)
    {
        BlobContainerClient container = blobs.GetBlobContainerClient(ContainerName);
        await container.CreateIfNotExistsAsync();
        Func<QueueMessage, CancellationToken, Task>? poison = options.HasPoisonQueue ? SendToPoisonAsync : null;
        var queue = new LocalQueue(name, new QueueBlobs(container, path), options, time, poison);
        await queue.LoadAsync(CancellationToken.None);
        return queue;

        async Task SendToPoisonAsync(QueueMessage message, CancellationToken cancellationToken) =>
            await (await StorageAsync($"{name}-poison")).SendAsync(message, cancellationToken);
    }
}
