namespace LocalHost.Host.Worker;

/// <summary>A worker that ends is started again, until it has ended three times within a minute.</summary>
internal sealed class RestartPolicy(TimeProvider time)
{
    public const int MostEnds = 3;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Queue<DateTimeOffset> _ends = [];

    /// <summary>Notes that the worker has ended.</summary>
    /// <returns>Whether it may be started again.</returns>
    public bool AllowsRestart()
    {
        DateTimeOffset now = time.GetUtcNow();
        _ends.Enqueue(now);
        while (now - _ends.Peek() > Window)
        {
            _ends.Dequeue();
        }

        return _ends.Count < MostEnds;
    }
}
