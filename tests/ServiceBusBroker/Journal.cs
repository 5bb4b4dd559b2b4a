using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace ServiceBusBroker;

/// <summary>
/// Keeps every change of a message before anybody is told of it: one line of JSON each, in a file that is rewritten at the start.
/// A killed process loses nothing that was appended; a machine that loses power may lose the last seconds, because nothing is forced to the disk.
/// </summary>
internal sealed class Journal : IDisposable
{
    private const byte LineEnd = (byte)'\n';

    private readonly Lock _gate = new();
    private readonly FileStream? _ownership;
    private readonly SafeFileHandle? _file;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _length;

    /// <param name="ownership">Held open so that nobody else opens the directory.</param>
    /// <param name="file">Where lines are appended; null keeps nothing.</param>
    /// <param name="records">What was found.</param>
    internal Journal(FileStream? ownership, SafeFileHandle? file, IReadOnlyCollection<MessageRecord> records)
    {
        _ownership = ownership;
        _file = file;
        Records = records;
    }

    /// <summary>The messages that were there at the start, each in its last state, in the order of their queues and sequence numbers.</summary>
    public IReadOnlyCollection<MessageRecord> Records { get; }

    /// <summary>Completes when the journal is closed, and fails with a <see cref="BrokerException"/> where it cannot be written.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Opens or makes the journal of a directory.</summary>
    /// <param name="directory">Null for one that keeps nothing.</param>
    /// <param name="isRemembered">Says of a settled message whether its id is still wanted.</param>
    /// <exception cref="BrokerException">Somebody else has it open, or it cannot be read.</exception>
    public static Journal Open(string? directory, Func<MessageRecord, bool> isRemembered)
    {
        if (directory is null)
        {
            return new Journal(null, null, []);
        }

        Directory.CreateDirectory(directory);
        FileStream ownership = Lock(directory);
        try
        {
            string path = Path.Combine(directory, "messages.jsonl");
            List<MessageRecord> records = [.. Compact(File.Exists(path) ? Read(path) : [], isRemembered)];
            string aside = $"{path}.new";
            File.WriteAllBytes(aside, Encode([.. records]));
            File.Move(aside, path, overwrite: true);
            return new Journal(ownership, File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.Read), records) { _length = new FileInfo(path).Length };
        }
        catch (Exception exception)
        {
            ownership.Dispose();
            throw exception is BrokerException ? exception : new BrokerException($"The messages in '{directory}' cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Writes all of these or, where the process dies meanwhile, the first few of them.</summary>
    /// <exception cref="BrokerException">Not written; nothing can be from now on.</exception>
    public void Append(params ReadOnlySpan<MessageRecord> records)
    {
        lock (_gate)
        {
            if (_ended.Task.IsCompleted)
            {
                throw new BrokerException("The broker keeps no more messages.");
            }

            try
            {
                if (_file is not null)
                {
                    byte[] lines = Encode(records);
                    RandomAccess.Write(_file, lines, _length);
                    _length += lines.Length;
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                var failure = new BrokerException($"The broker cannot keep its messages: {exception.Message}", exception);
                _ended.TrySetException(failure);
                throw failure;
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _ended.TrySetResult();
        }

        _file?.Dispose();
        _ownership?.Dispose();
    }

    private static FileStream Lock(string directory)
    {
        try
        {
            return new FileStream(Path.Combine(directory, "broker.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new BrokerException($"Another broker keeps its messages in '{directory}'.", exception);
        }
    }

    private static IEnumerable<MessageRecord> Read(string path)
    {
        ReadOnlyMemory<byte> rest = File.ReadAllBytes(path);

        // A line without its end was being written when the process was killed: nobody has been told that it is kept.
        while (rest.Span.IndexOf(LineEnd) is >= 0 and int end)
        {
            yield return JsonSerializer.Deserialize(rest.Span[..end], MessageJson.Default.MessageRecord)!;
            rest = rest[(end + 1)..];
        }
    }

    /// <summary>The highest sequence number of a queue stays, so that none is given out twice.</summary>
    private static IEnumerable<MessageRecord> Compact(IEnumerable<MessageRecord> lines, Func<MessageRecord, bool> isRemembered) => lines
        .GroupBy(record => record.Queue, StringComparer.OrdinalIgnoreCase)
        .SelectMany(queue =>
        {
            long highest = queue.Max(record => record.SequenceNumber);
            return queue.GroupBy(record => record.SequenceNumber)
                .OrderBy(message => message.Key)
                .Select(message => message.Last())
                .Where(record => record.Content is not null || record.SequenceNumber == highest || isRemembered(record));
        });

    private static byte[] Encode(ReadOnlySpan<MessageRecord> records)
    {
        using var lines = new MemoryStream();
        foreach (MessageRecord record in records)
        {
            JsonSerializer.Serialize(lines, record, MessageJson.Default.MessageRecord);
            lines.WriteByte(LineEnd);
        }

        return lines.ToArray();
    }
}
