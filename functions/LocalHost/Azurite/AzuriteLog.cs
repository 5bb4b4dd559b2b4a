namespace LocalHost.Azurite;

/// <summary>Reads what Azurite prints, so that its pipes never fill, and keeps the last lines for error messages.</summary>
internal sealed class AzuriteLog
{
    private const int KeptLines = 20;

    private readonly Queue<string> _lines = new();

    public AzuriteLog(StreamReader errors)
    {
        Errors = DrainAsync(errors);
    }

    /// <summary>Completes when Azurite has closed its standard error.</summary>
    public Task Errors { get; }

    public string Tail
    {
        get
        {
            lock (_lines)
            {
                return string.Join(Environment.NewLine, _lines);
            }
        }
    }

    public async Task DrainAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_lines)
            {
                _lines.Enqueue(line);
                if (_lines.Count > KeptLines)
                {
                    _lines.Dequeue();
                }
            }
        }
    }
}
