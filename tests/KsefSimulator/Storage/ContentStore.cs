using System.IO.Compression;

namespace KsefSimulator.Storage;

/// <summary>
/// Invoice contents, compressed, in one append-only file: ten thousand invoices cost addresses in memory, not megabytes.
/// Without a directory the file is temporary and goes away with the process.
/// </summary>
internal sealed class ContentStore : IDisposable
{
    private readonly FileStream _file;
    private long _end;

    public ContentStore(string? directory)
    {
        var path = directory is null ? Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()) : Path.Combine(directory, "contents.bin");
        var options = directory is null ? FileOptions.DeleteOnClose : FileOptions.None;
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 1, options);
        _end = _file.Length;
    }

    public ContentAddress Add(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream(content.Length / 3);
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(content);
        }

        var stored = (int)packed.Length;
        var offset = Interlocked.Add(ref _end, stored) - stored;
        RandomAccess.Write(_file.SafeFileHandle, packed.GetBuffer().AsSpan(0, stored), offset);
        return new ContentAddress(offset, stored, content.Length);
    }

    public byte[] Read(ContentAddress address)
    {
        var packed = new byte[address.StoredLength];
        RandomAccess.Read(_file.SafeFileHandle, packed, address.Offset);
        using var deflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        var content = new byte[address.Length];
        deflate.ReadExactly(content);
        return content;
    }

    public void Dispose() => _file.Dispose();
}
