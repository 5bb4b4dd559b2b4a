using System.IO.Compression;
using System.IO.Hashing;

namespace Ksef.Mapping.Excel.Package;

/// <summary>
/// One part of a workbook while it inflates: counts bytes against the limits, and compares length and CRC-32 with what the archive says of it,
/// which <see cref="ZipArchive"/> of .NET 10 does not. A changed byte inside a number is a plausible number.
/// </summary>
internal sealed class PartStream(ZipArchiveEntry entry, ExcelLimits limits) : Stream
{
    private readonly Stream _inflated = Open(entry);
    private readonly Crc32 _checksum = new();
    private long _read;
    private long _markup;
    private bool _isComplete;

    /// <summary>Name of the part, such as <c>xl/worksheets/sheet1.xml</c>.</summary>
    public string Name { get; } = entry.FullName;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    /// <summary>A piece of markup came to its end: the next one is counted from here.</summary>
    public void NextMarkup() => _markup = _read;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = Inflate(buffer);
        if (count == 0)
        {
            if (buffer.Length > 0)
            {
                Complete();
            }

            return 0;
        }

        _checksum.Append(buffer[..count]);
        _read += count;
        if (_read > limits.PartBytes)
        {
            throw WorkbookRefusedException.TooLarge(new($"bajtów części {Name} po rozpakowaniu", $"bytes of the part {Name} when unpacked"), limits.PartBytes);
        }

        // The parser reads ahead by a buffer, so a little more than the limit may pass.
        if (_read - _markup > limits.MarkupBytes)
        {
            throw WorkbookRefusedException.TooLarge(new($"bajtów jednego tekstu w części {Name}", $"bytes of a single text in the part {Name}"), limits.MarkupBytes);
        }

        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inflated.Dispose();
        }

        base.Dispose(disposing);
    }

    private static Stream Open(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
        {
            throw new WorkbookRefusedException(ExcelFindings.Protected);
        }

        try
        {
            return entry.Open();
        }
        catch (InvalidDataException)
        {
            throw Unpackable(entry.FullName);
        }
    }

    private int Inflate(Span<byte> buffer)
    {
        try
        {
            return _inflated.Read(buffer);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw Unpackable(Name);
        }
    }

    private void Complete()
    {
        if (_isComplete)
        {
            return;
        }

        _isComplete = true;
        if (_read != entry.Length || _checksum.GetCurrentHashAsUInt32() != entry.Crc32)
        {
            throw Unpackable(Name);
        }
    }

    private static WorkbookRefusedException Unpackable(string part) =>
        WorkbookRefusedException.Damaged(part, new("nie da się jej rozpakować albo nie zgadza się jej suma kontrolna", "it cannot be unpacked, or its checksum does not match"));
}
