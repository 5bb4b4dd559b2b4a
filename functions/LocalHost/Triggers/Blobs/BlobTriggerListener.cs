using System.Threading.Channels;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using LocalHost.Functions;
using LocalHost.Hosting;
using LocalHost.Queues;

namespace LocalHost.Triggers.Blobs;

/// <summary>Runs one function for every version of every blob under its path: at least once, and never again once a receipt is written.</summary>
internal sealed partial class BlobTriggerListener(
    FunctionDescriptor function,
    BlobPath path,
    BlobServiceClient blobs,
    FunctionInvoker invoker,
    LocalQueues queues,
    BlobEvents events,
    HostJson hostJson,
    TimeProvider time,
    ILogger logger)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PauseBetweenTries = TimeSpan.FromMilliseconds(500);

    // Listing a full container takes Azurite a while: it may spend about a twentieth of its time on that.
    private const int PausePerTimeSpentListing = 20;

    private readonly Channel<BlobVersion> _found = Channel.CreateUnbounded<BlobVersion>();
    private readonly HashSet<BlobVersion> _known = [];
    private readonly BlobReceipts _receipts = new(blobs, function.Name, path.Container);
    private readonly BlobContainerClient _container = blobs.GetBlobContainerClient(path.Container);

    public async Task RunAsync(CancellationToken stoppingToken)
    {
        await _container.CreateIfNotExistsAsync(cancellationToken: stoppingToken);
        foreach (BlobVersion version in await _receipts.LoadAsync(stoppingToken))
        {
            _known.Add(version);
        }

        events.Subscribe((container, version) =>
        {
            if (container == path.Container)
            {
                Offer(version);
            }
        });
        await Task.WhenAll(PollAsync(stoppingToken), HandleAllAsync(stoppingToken));
    }

    private async Task PollAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            long started = time.GetTimestamp();
            await foreach (BlobItem blob in _container.GetBlobsAsync(BlobTraits.None, BlobStates.None, path.Prefix, stoppingToken))
            {
                // Storage lists tags without their quotes and gives them with quotes everywhere else.
                Offer(new BlobVersion(blob.Name, blob.Properties.ETag!.Value.ToString("H")));
            }

            TimeSpan pause = PausePerTimeSpentListing * time.GetElapsedTime(started);
            await Task.Delay(pause < ShortestPause ? ShortestPause : pause > LongestPause ? LongestPause : pause, time, stoppingToken);
        }
    }

    private void Offer(BlobVersion version)
    {
        lock (_known)
        {
            if (events.Loses(version.Name) || !_known.Add(version))
            {
                return;
            }
        }

        _found.Writer.TryWrite(version);
    }

    private Task HandleAllAsync(CancellationToken stoppingToken) =>
        Parallel.ForEachAsync(
            _found.Reader.ReadAllAsync(stoppingToken),
            new ParallelOptions { MaxDegreeOfParallelism = hostJson.BlobParallelism, CancellationToken = stoppingToken },
            async (version, token) => await HandleAsync(version, token));

    private async Task HandleAsync(BlobVersion version, CancellationToken stoppingToken)
    {
        if (path.Match(version.Name) is not { } parts)
        {
            return;
        }

        for (int attempt = 1; !await SucceedsAsync(version, parts, attempt, stoppingToken); attempt++)
        {
            if (!await IsStillThereAsync(version, stoppingToken))
            {
                return;
            }

            if (attempt >= hostJson.PoisonBlobThreshold)
            {
                await PoisonAsync(version, stoppingToken);
                break;
            }

            await Task.Delay(PauseBetweenTries, time, stoppingToken);
        }

        await _receipts.AddAsync(version, stoppingToken);
    }

    private async Task<bool> SucceedsAsync(
        BlobVersion version, IReadOnlyDictionary<string, string> parts, int attempt, CancellationToken stoppingToken)
    {
        try
        {
            await invoker.InvokeAsync(function, new BlobTriggerInput(_container, version.Name, parts), stoppingToken);
            return true;
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed(function.Name, path.Container, version.Name, attempt, exception);
            return false;
        }
    }

    // A blob that has been deleted or replaced since is no failure of the function: the new version fires for itself.
    private async Task<bool> IsStillThereAsync(BlobVersion version, CancellationToken stoppingToken)
    {
        try
        {
            BlobProperties properties = await _container.GetBlobClient(version.Name).GetPropertiesAsync(cancellationToken: stoppingToken);
            return properties.ETag.ToString("H") == version.ETag;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return false;
        }
    }

    private async Task PoisonAsync(BlobVersion version, CancellationToken stoppingToken)
    {
        var poison = new PoisonBlob($"Host.Functions.{function.Name}", "BlockBlob", path.Container, version.Name, version.ETag);
        LocalQueue queue = await queues.StorageAsync(PoisonBlob.QueueName);
        await queue.SendAsync(new QueueMessage { MessageId = $"{function.Name}/{version.ETag}/{version.Name}", Body = poison.ToJson() }, stoppingToken);
        LogPoison(path.Container, version.Name, PoisonBlob.QueueName);
    }

    [LoggerMessage(EventId = 2001, Level = LogLevel.Error, Message = "{Function} failed on blob {Container}/{Blob}, attempt {Attempt}")]
    private partial void LogFailed(string function, string container, string blob, int attempt, Exception exception);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Error, Message = "Blob {Container}/{Blob} was given up and goes to {Queue}")]
    private partial void LogPoison(string container, string blob, string queue);
}
