using Ksef.Invoices;
using KsefFunctions.Ledger;
using KsefFunctions.Storage;
using LocalHost.Drops;
using LocalHost.Hosting;
using LocalHost.Progress;

namespace LocalHost.Cli;

/// <summary>Drops the files and looks on until all are done or the user has seen enough.</summary>
internal sealed class DropFollower(LocalApp app, LocalHostOptions options, TimeProvider time)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    // Looking on may cost about a tenth of the time.
    private const int PausePerTimeSpentLooking = 10;

    private readonly DropTracker _tracker = new(new LedgerStore(new InvoiceStorage(app.Blobs)), time);
    private readonly InboxUploader _uploader = new(app.Blobs, new ContextReader(new InvoiceChecker(time)), time);
    private readonly OutboxResults _results = new(app.Blobs);
    private readonly OutboxMirror? _mirror = options.OutDirectory is { } directory ? new OutboxMirror(app.Blobs, directory) : null;

    /// <summary>What this run dropped, in the order the user gave.</summary>
    public IReadOnlyList<DropProgress> Own => _tracker.Own;

    /// <returns>True when everything dropped is done, which only a run with <c>--once</c> waits for; false when the user stopped it.</returns>
    public async Task<bool> RunAsync(IReadOnlyList<Drop> drops, IProgressView view, CancellationToken stop)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task watching = app.WatchAsync();
        Task following = FollowAsync(drops, view, ending.Token);
        Task first = await Task.WhenAny(watching, following);
        await ending.CancelAsync();
        if (first == watching)
        {
            await watching;
            throw new InvalidOperationException("The host stopped by itself; its log says why.");
        }

        try
        {
            await following;
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task FollowAsync(IReadOnlyList<Drop> drops, IProgressView view, CancellationToken stop)
    {
        Task uploading = _uploader.UploadAsync(drops, options.Nip, _tracker.Add, stop);
        while (true)
        {
            bool isUploaded = uploading.IsCompleted;
            if (isUploaded)
            {
                await uploading;
            }

            TimeSpan spent = await _tracker.RefreshAsync(stop);
            view.Show(options.Json ? _tracker.Own : _tracker.All);
            bool isDone = options.Once && isUploaded && await IsDoneAsync(stop);
            await (_mirror?.CopyAsync(stop) ?? Task.CompletedTask);
            if (isDone)
            {
                return;
            }

            TimeSpan pause = PausePerTimeSpentLooking * spent;
            await Task.Delay(pause < ShortestPause ? ShortestPause : pause > LongestPause ? LongestPause : pause, time, stop);
        }
    }

    private async Task<bool> IsDoneAsync(CancellationToken stop)
    {
        IReadOnlyList<DropProgress> files = _tracker.Own;
        return files.All(file => file.IsFinal) && await _results.AreCompleteAsync(files, stop);
    }
}
