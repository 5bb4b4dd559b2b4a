using System.Buffers.Binary;

namespace Ksef.Mapping.Waiting;

/// <summary>
/// Keeps records until what they belong to is complete, in a memory that does not grow with the file: beyond a bound they go to a temporary file,
/// which nobody else can open and which the system deletes when it is closed. Records that belong together form a chain, each naming the one before.
/// </summary>
internal sealed class WaitingRecords(int bytesInMemory = WaitingRecords.UsualBytesInMemory) : IDisposable
{
    /// <summary>As much as some ten thousand invoices of five lines need.</summary>
    public const int UsualBytesInMemory = 32 * 1024 * 1024;

    /// <summary>The end of a chain.</summary>
    public const long None = -1;

    private const int LinkLength = sizeof(long) + sizeof(int);

    private Stream _store = new MemoryStream();

    /// <summary>Whether the records have gone to a file.</summary>
    public bool IsOnDisk => _store is FileStream;

    /// <summary>Adds a record to a chain.</summary>
    /// <param name="record">The record.</param>
    /// <param name="previous">The last record of the chain so far; <see cref="None"/> for the first.</param>
    /// <returns>The record's place, which is the new end of the chain.</returns>
    public long Add(ReadOnlySpan<byte> record, long previous)
    {
        if (!IsOnDisk && _store.Length + record.Length > bytesInMemory)
        {
            GoToDisk();
        }

        Span<byte> link = stackalloc byte[LinkLength];
        BinaryPrimitives.WriteInt64LittleEndian(link, previous);
        BinaryPrimitives.WriteInt32LittleEndian(link[sizeof(long)..], record.Length);
        var place = _store.Seek(0, SeekOrigin.End);
        _store.Write(link);
        _store.Write(record);
        return place;
    }

    /// <summary>Reads a chain, first record first.</summary>
    /// <param name="last">Its end.</param>
    public List<byte[]> Chain(long last)
    {
        var records = new List<byte[]>();
        Span<byte> link = stackalloc byte[LinkLength];
        for (var place = last; place != None;)
        {
            _store.Position = place;
            _store.ReadExactly(link);
            var record = new byte[BinaryPrimitives.ReadInt32LittleEndian(link[sizeof(long)..])];
            _store.ReadExactly(record);
            records.Add(record);
            place = BinaryPrimitives.ReadInt64LittleEndian(link);
        }

        records.Reverse();
        return records;
    }

    /// <summary>Forgets all records.</summary>
    public void Dispose() => _store.Dispose();

    private void GoToDisk()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
        _store.Position = 0;
        _store.CopyTo(file);
        _store.Dispose();
        _store = file;
    }
}
