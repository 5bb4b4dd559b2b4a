using System.Text;

namespace KsefSimulator.Storage;

/// <summary>
/// The state on disk: one line per change, <c>kind TAB key TAB json</c> (no json = removed); the last line for a key wins.
/// A line reaches the operating system before the response leaves, so a killed process loses nothing that a client has seen.
/// Without a directory nothing is written.
/// </summary>
internal sealed class Journal : IDisposable
{
    private const string FileName = "journal.tsv";
    private readonly Lock _lock = new();
    private readonly string? _path;
    private readonly Dictionary<string, IJournaled> _sets = [];
    private FileStream? _file;

    public Journal(string? directory)
    {
        if (directory is not null)
        {
            Directory.CreateDirectory(directory);
            _path = Path.Combine(directory, FileName);
        }
    }

    public bool IsPersistent => _path is not null;

    public void Register(string kind, IJournaled set) => _sets.Add(kind, set);

    /// <summary>Reads the journal into the registered sets, lets the caller drop what was left half-done, then rewrites it with only what is alive.</summary>
    public void Load(Action dropUnfinished)
    {
        if (_path is null)
        {
            return;
        }

        if (File.Exists(_path))
        {
            DropTornLine(_path);
            foreach (var line in File.ReadLines(_path))
            {
                Restore(line);
            }
        }

        dropUnfinished();

        Compact(_path);
        _file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 1 << 16);
    }

    public void Write(string kind, string key, ReadOnlySpan<byte> json)
    {
        if (_file is not { } file)
        {
            return;
        }

        lock (_lock)
        {
            WriteLine(file, kind, key, json);
            file.Flush();
        }
    }

    /// <summary>Writes many lines with one flush, in order.</summary>
    public void WriteAll(IEnumerable<(string Kind, string Key, byte[] Json)> lines)
    {
        if (_file is not { } file)
        {
            return;
        }

        lock (_lock)
        {
            foreach (var (kind, key, json) in lines)
            {
                WriteLine(file, kind, key, json);
            }

            file.Flush();
        }
    }

    public void Dispose() => _file?.Dispose();

    // Only the last line can be torn: the process died while writing it, so no client has its answer. Its missing end is the only sure sign.
    private static void DropTornLine(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var buffer = new byte[1 << 16];
        for (var end = file.Length; end > 0;)
        {
            var start = Math.Max(0, end - buffer.Length);
            file.Position = start;
            file.ReadExactly(buffer, 0, (int)(end - start));
            if (Array.LastIndexOf(buffer, (byte)'\n', (int)(end - start) - 1) is var newline and >= 0)
            {
                file.SetLength(start + newline + 1);
                return;
            }

            end = start;
        }

        file.SetLength(0);
    }

    private static void WriteLine(FileStream file, string kind, string key, ReadOnlySpan<byte> json)
    {
        file.Write(Encoding.UTF8.GetBytes($"{kind}\t{key}\t"));
        file.Write(json);
        file.WriteByte((byte)'\n');
    }

    private void Restore(string line)
    {
        var first = line.IndexOf('\t', StringComparison.Ordinal);
        var second = first < 0 ? -1 : line.IndexOf('\t', first + 1);

        if (second > 0 && _sets.TryGetValue(line[..first], out var set))
        {
            set.Restore(line[(first + 1)..second], line[(second + 1)..]);
        }
    }

    private void Compact(string path)
    {
        var fresh = path + ".new";
        using (var file = new FileStream(fresh, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16))
        {
            foreach (var (kind, set) in _sets)
            {
                foreach (var (key, json) in set.Snapshot())
                {
                    WriteLine(file, kind, key, json);
                }
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
    }
}
