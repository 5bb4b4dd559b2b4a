using System.Net.Http.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using KsefFunctions.Intake;
using KsefFunctions.Storage;

namespace LocalHost.Events;

/// <summary>
/// What Event Grid does on Azure: tells the blob trigger of each new version in the inbox, at least once. Azurite raises no events, so the inbox
/// is listed again and again; what the app has noted already is no news. An event is repeated until the host has taken it.
/// </summary>
internal sealed partial class InboxEvents : IAsyncDisposable
{
    private const string Function = "Host.Functions.InboxTrigger";
    private const int MostInOneRequest = 100;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    // Looking on may cost about a tenth of the time.
    private const int PausePerTimeSpentLooking = 10;

    private readonly Dictionary<string, string> _told = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private readonly BlobContainerClient _inbox;
    private readonly HttpClient _host;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Task _telling;

    private InboxEvents(BlobServiceClient blobs, HttpClient host, TimeProvider time, ILogger logger)
    {
        _inbox = blobs.GetBlobContainerClient(ContainerNames.Inbox);
        _host = host;
        _time = time;
        _logger = logger;
        _telling = TellAsync(new DropIndex(new InvoiceStorage(blobs)));
    }

    /// <summary>Begins to tell.</summary>
    /// <param name="blobs">The account with the inbox.</param>
    /// <param name="host">Root of the Functions host.</param>
    /// <param name="key">Opens the host's webhooks; the Core Tools want none on a developer's machine.</param>
    /// <param name="time">Clock of the pauses.</param>
    /// <param name="logger">Told of what goes wrong.</param>
    public static InboxEvents Start(BlobServiceClient blobs, Uri host, string key, TimeProvider time, ILogger logger)
    {
        var services = new ServiceCollection();
        services.AddHttpClient(nameof(InboxEvents), client =>
        {
            client.BaseAddress = new Uri(host, $"runtime/webhooks/blobs?functionName={Function}&code={Uri.EscapeDataString(key)}");
            client.DefaultRequestHeaders.Add("aeg-event-type", "Notification");
        }).RemoveAllLoggers();
        return new InboxEvents(blobs, services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient(nameof(InboxEvents)), time, logger);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _telling;
        _host.Dispose();
        _stopping.Dispose();
    }

    private async Task TellAsync(DropIndex drops)
    {
        bool knowsTheNotes = false;
        while (!_stopping.IsCancellationRequested)
        {
            long started = _time.GetTimestamp();
            try
            {
                if (!knowsTheNotes)
                {
                    await ReadNotesAsync(drops);
                    knowsTheNotes = true;
                }

                await TellNewsAsync();
            }
            catch (Exception failure) when (failure is RequestFailedException or AggregateException or HttpRequestException or TaskCanceledException && !_stopping.IsCancellationRequested)
            {
                // Storage or host are away: the next look tells the same.
                LogNotTold(failure);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await PauseAsync(_time.GetElapsedTime(started));
        }
    }

    private async Task ReadNotesAsync(DropIndex drops)
    {
        await foreach (NotedDrop drop in drops.ListAsync(_stopping.Token))
        {
            _told[drop.BlobName] = drop.ETag;
        }
    }

    private async Task TellNewsAsync()
    {
        var news = new List<BlobItem>();
        await foreach (BlobItem blob in _inbox.GetBlobsAsync(cancellationToken: _stopping.Token))
        {
            if (_told.GetValueOrDefault(blob.Name) != ETagOf(blob))
            {
                news.Add(blob);
            }
        }

        foreach (BlobItem[] some in news.Chunk(MostInOneRequest))
        {
            IReadOnlyList<BlobCreated> events = [.. some.Select(EventOf)];
            using HttpResponseMessage answer = await _host.PostAsJsonAsync((Uri?)null, events, BlobCreatedJson.Default.IReadOnlyListBlobCreated, _stopping.Token);
            answer.EnsureSuccessStatusCode();
            foreach (BlobItem blob in some)
            {
                _told[blob.Name] = ETagOf(blob);
            }
        }
    }

    private BlobCreated EventOf(BlobItem blob) => new(
        $"{blob.Name}:{ETagOf(blob)}",
        $"/blobServices/default/containers/{ContainerNames.Inbox}/blobs/{blob.Name}",
        blob.Properties.LastModified.GetValueOrDefault(),
        new BlobCreatedData(_inbox.GetBlobClient(blob.Name).Uri, ETagOf(blob)));

    private async Task PauseAsync(TimeSpan spent)
    {
        TimeSpan pause = PausePerTimeSpentLooking * spent;
        await Task.Delay(pause < ShortestPause ? ShortestPause : pause > LongestPause ? LongestPause : pause, _time, _stopping.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static string ETagOf(BlobItem blob) => blob.Properties.ETag.GetValueOrDefault().ToString("G");

    [LoggerMessage(2501, LogLevel.Debug, "The host could not be told of new blobs")]
    private partial void LogNotTold(Exception failure);
}
