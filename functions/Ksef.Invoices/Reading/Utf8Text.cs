using System.Text.Unicode;

namespace Ksef.Invoices.Reading;

/// <summary>Bytes in UTF-8 as text. Decodes right into the buffer of whoever reads, which a <see cref="StreamReader"/> does by way of two of its own.</summary>
/// <param name="content">The bytes; a byte order mark before them is skipped, what is no UTF-8 becomes U+FFFD.</param>
internal sealed class Utf8Text(ReadOnlyMemory<byte> content) : TextReader
{
    private ReadOnlyMemory<byte> _rest = Files.EncodingCheck.HasByteOrderMark(content.Span) ? content[Files.EncodingCheck.ByteOrderMarkLength..] : content;

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        Utf8.ToUtf16(_rest.Span, buffer, out var read, out var written);
        _rest = _rest[read..];
        return written;
    }

    /// <inheritdoc/>
    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    /// <inheritdoc/>
    public override int Peek() => throw new NotSupportedException("Nobody looks ahead in an invoice.");
}
