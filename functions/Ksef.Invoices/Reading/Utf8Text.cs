using System.Text;
using System.Text.Unicode;
using Ksef.Invoices.Files;

namespace Ksef.Invoices.Reading;

/// <summary>Bytes in UTF-8 as text. Decodes right into the buffer of whoever reads; a <see cref="StreamReader"/> has two of its own between.</summary>
/// <param name="content">The bytes. A byte order mark before them is skipped.</param>
internal sealed class Utf8Text(ReadOnlyMemory<byte> content) : TextReader
{
    private ReadOnlyMemory<byte> _rest = EncodingCheck.HasByteOrderMark(content.Span) ? content[EncodingCheck.ByteOrderMarkLength..] : content;
    private char? _lowSurrogate;

    /// <inheritdoc/>
    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        if (_lowSurrogate is { } low)
        {
            (buffer[0], _lowSurrogate) = (low, null);
            return 1;
        }

        Utf8.ToUtf16(_rest.Span, buffer, out var read, out var written);
        _rest = _rest[read..];
        return written == 0 && !_rest.IsEmpty ? HighSurrogate(buffer) : written;
    }

    /// <summary>No characters would mean the end, when there is only no room for both halves of one.</summary>
    private int HighSurrogate(Span<char> buffer)
    {
        Rune.DecodeFromUtf8(_rest.Span, out var rune, out var read);
        Span<char> halves = stackalloc char[2];
        rune.EncodeToUtf16(halves);
        (buffer[0], _lowSurrogate, _rest) = (halves[0], halves[1], _rest[read..]);
        return 1;
    }
}
