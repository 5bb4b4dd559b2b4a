namespace Benchmarks.Flow;

/// <summary>Azurite's access log, read as it grows: who watches storage by asking it would be among what is counted.</summary>
internal sealed class StorageLog : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly StreamReader _reader;
    private string _begun = "";

    public StorageLog()
    {
        Path = System.IO.Path.GetTempFileName();
        _reader = new StreamReader(new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
    }

    public string Path { get; }

    /// <summary>Everything since the last look.</summary>
    public IReadOnlyList<StorageRequest> Take()
    {
        // The last line may be half written.
        var lines = (_begun + _reader.ReadToEnd()).Split('\n');
        _begun = lines[^1];
        return [.. lines[..^1].Select(StorageRequest.Parse)];
    }

    /// <summary>Everything since the last look, as soon as so many of it are of a kind.</summary>
    /// <exception cref="TimeoutException">That took too long.</exception>
    public async Task<IReadOnlyList<StorageRequest>> TakeUntilAsync(Func<StorageRequest, bool> isAwaited, int count)
    {
        using var deadline = new CancellationTokenSource(Patience);
        var taken = new List<StorageRequest>();
        for (var seen = 0; seen < count;)
        {
            if (deadline.IsCancellationRequested)
            {
                throw new TimeoutException($"Only {seen} of {count} came within {Patience.TotalMinutes} minutes.");
            }

            await Task.Delay(Pause);
            var news = Take();
            seen += news.Count(isAwaited);
            taken.AddRange(news);
        }

        return taken;
    }

    public void Dispose()
    {
        _reader.Dispose();
        File.Delete(Path);
    }
}
