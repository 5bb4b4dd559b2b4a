namespace LocalHost.Logging;

/// <summary>The last lines that a process wrote, without stack frames: why it ended.</summary>
internal sealed class OutputTail
{
    private const int MostLines = 12;

    private readonly Queue<string> _lines = [];

    public void Add(string line)
    {
        if (string.IsNullOrWhiteSpace(line) || line.StartsWith("   at ", StringComparison.Ordinal))
        {
            return;
        }

        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > MostLines)
            {
                _lines.Dequeue();
            }
        }
    }

    /// <summary>Hands on each line of a stream to its end, so that the pipe never fills.</summary>
    public static async Task ReadAsync(StreamReader reader, Action<string> take)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            take(line);
        }
    }

    /// <summary>For the end of a message to the user; empty when nothing was written.</summary>
    public override string ToString()
    {
        lock (_lines)
        {
            return _lines.Count == 0 ? "" : $" It wrote:{Environment.NewLine}{string.Join(Environment.NewLine, _lines)}";
        }
    }
}
