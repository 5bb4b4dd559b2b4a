namespace LocalHost.Host.Worker;

/// <summary>The last lines that a process wrote to its error stream, without stack frames: why it ended.</summary>
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

    /// <summary>For the end of a message to the user; empty when nothing was written.</summary>
    public override string ToString()
    {
        lock (_lines)
        {
            return _lines.Count == 0 ? "" : $" It wrote:{Environment.NewLine}{string.Join(Environment.NewLine, _lines)}";
        }
    }
}
