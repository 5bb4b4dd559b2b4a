using System.Buffers;
using System.Globalization;
using System.Text;

namespace Ksef.Mapping.Writing;

/// <summary>
/// The XML of an invoice while it is written: elements of one namespace, in UTF-8. XmlWriter gives the same bytes for several times the work: it looks for
/// prefixes, checks names that are constants here, takes every value as a string, and is made anew for each invoice.
/// </summary>
internal sealed class Fa3Xml
{
    private const int UsualBytes = 8192;

    /// <summary>More than any number or date has.</summary>
    private const int LongestValue = 64;

    /// <summary>What is not written as it is: markup, ends of lines, and what XML cannot hold.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(['<', '>', '&', '\uFFFE', '\uFFFF', .. Enumerable.Range(0, ' ').Select(code => (char)code).Where(code => code != '\t')]);

    /// <summary>A half of a character is no text.</summary>
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] _bytes = new byte[UsualBytes];
    private int _length;

    /// <summary>Begins a document, in place of an earlier one.</summary>
    /// <param name="start">Its markup up to where its elements are written.</param>
    public void Begin(string start)
    {
        _length = 0;
        Raw(start);
    }

    /// <summary>Ends the document.</summary>
    /// <param name="end">Its last markup.</param>
    /// <returns>The document.</returns>
    public byte[] End(string end)
    {
        Raw(end);
        return _bytes[.._length];
    }

    /// <summary>An element of elements.</summary>
    public void Group(string name, Action content)
    {
        Open(name);
        var start = _length;
        content();
        Close(name, isEmpty: _length == start);
    }

    /// <summary>An element of text. What is <see langword="null"/> is not written.</summary>
    /// <exception cref="ArgumentException">XML cannot hold the text.</exception>
    public void Element(string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        Open(name);
        Text(value);
        Close(name, isEmpty: value.Length == 0);
    }

    /// <summary>An element of a number or a date. What is <see langword="null"/> is not written.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="format">The form of the value, a format of .NET.</param>
    public void Element<T>(string name, T? value, string format)
        where T : struct, IUtf8SpanFormattable
    {
        if (value is not { } given)
        {
            return;
        }

        Open(name);
        if (!given.TryFormat(Room(LongestValue), out var written, format, CultureInfo.InvariantCulture))
        {
            throw new ArgumentException($"The value of {name} is longer than {LongestValue} characters.", nameof(value));
        }

        _length += written;
        Close(name, isEmpty: false);
    }

    private void Open(string name) => Tag("<"u8, name);

    private void Close(string name, bool isEmpty)
    {
        if (isEmpty)
        {
            _length--;
            " />"u8.CopyTo(Room(" />"u8.Length));
            _length += " />"u8.Length;
            return;
        }

        Tag("</"u8, name);
    }

    private void Tag(ReadOnlySpan<byte> begin, string name)
    {
        var tag = Room(begin.Length + name.Length + 1);
        begin.CopyTo(tag);
        // Names of FA(3) are ASCII.
        Ascii.FromUtf16(name, tag[begin.Length..], out var written);
        tag[begin.Length + written] = (byte)'>';
        _length += begin.Length + written + 1;
    }

    private void Text(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(Special); at >= 0; at = text.IndexOfAny(Special))
        {
            Raw(text[..at]);
            Raw(text[at] switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '\r' or '\n' => "\n",
                var forbidden => throw new ArgumentException($"XML cannot hold the character U+{(int)forbidden:X4}.", nameof(text)),
            });
            text = text[(text[at..].StartsWith("\r\n") ? at + 2 : at + 1)..];
        }

        Raw(text);
    }

    private void Raw(ReadOnlySpan<char> text) => _length += Utf8.GetBytes(text, Room(Utf8.GetMaxByteCount(text.Length)));

    private Span<byte> Room(int length)
    {
        if (_bytes.Length - _length < length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + length));
        }

        return _bytes.AsSpan(_length);
    }
}
