using System.Buffers;
using System.Globalization;
using System.Text;

namespace Ksef.Invoices.Files;

/// <summary>Explains why a parser gave up on a file: it ends too early, or its tags do not match. Runs only when one did.</summary>
internal ref struct TagDiagnosis(ReadOnlySpan<byte> text)
{
    private const int NameLimit = 60;

    private static readonly Words NoElement = new("brak", "none");

    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\r\n/<>"u8);

    private readonly ReadOnlySpan<byte> _text = text;
    private readonly Stack<(string Name, int Offset)> _open = new();
    private bool _hasElement;

    /// <summary>Finds the cause.</summary>
    /// <returns>The finding, or <see langword="null"/> when the tags are in order and the cause is another one.</returns>
    public Finding? Find()
    {
        var offset = 0;
        while (_text[offset..].IndexOf((byte)'<') is var next and >= 0)
        {
            offset += next;
            if (Skip(offset) is var behind and not 0)
            {
                if (behind < 0)
                {
                    return Truncated(null);
                }

                offset = behind;
                continue;
            }

            var end = TagEnd(offset);
            if (end < 0)
            {
                return Truncated(Name(offset + 1));
            }

            if (_text[end] == (byte)'<')
            {
                return null;
            }

            if (Tag(offset, end) is { } finding)
            {
                return finding;
            }

            offset = end + 1;
        }

        return !_hasElement ? FileFindings.Empty.At(Location.File) : _open.Count > 0 ? Truncated(null) : null;
    }

    /// <summary>The offset behind a comment, CDATA section or instruction; negative when it does not end; 0 when there is none.</summary>
    private readonly int Skip(int offset)
    {
        var rest = _text[offset..];
        ReadOnlySpan<byte> end = rest.StartsWith("<!--"u8) ? "-->"u8 : rest.StartsWith("<![CDATA["u8) ? "]]>"u8 : rest.StartsWith("<?"u8) ? "?>"u8 : default;
        if (end.IsEmpty)
        {
            return 0;
        }

        var found = rest.IndexOf(end);
        return found < 0 ? -1 : offset + found + end.Length;
    }

    /// <summary>The offset of the tag's end, or of another tag's start inside it; negative when the file ends first.</summary>
    private readonly int TagEnd(int offset)
    {
        byte quote = 0;
        for (var index = offset + 1; index < _text.Length; index++)
        {
            var current = _text[index];
            if (quote != 0)
            {
                quote = current == quote ? (byte)0 : quote;
            }
            else if (current is (byte)'"' or (byte)'\'')
            {
                quote = current;
            }
            else if (current is (byte)'>' or (byte)'<')
            {
                return index;
            }
        }

        return -1;
    }

    private Finding? Tag(int start, int end)
    {
        if (_text[start + 1] == (byte)'/')
        {
            return Close(start);
        }

        _hasElement = true;
        if (_text[end - 1] != (byte)'/')
        {
            _open.Push((Name(start + 1), start));
        }

        return null;
    }

    private readonly Finding? Close(int start)
    {
        var closed = Name(start + 2);
        if (!_open.TryPop(out var opened))
        {
            return FileFindings.Malformed.At(TextPosition.Of(_text, start));
        }

        return opened.Name == closed ? null : FileFindings.MismatchedTags.At(
            TextPosition.Of(_text, start),
            ("opened", opened.Name),
            ("openedLine", TextPosition.Of(_text, opened.Offset).Line!.Value.ToString(CultureInfo.InvariantCulture)),
            ("closed", closed));
    }

    private readonly Finding Truncated(Words? element) => FileFindings.Truncated.At(
        TextPosition.Of(_text, _text.Length),
        ("element", element ?? (_open.TryPeek(out var open) ? open.Name : NoElement)));

    private readonly string Name(int offset)
    {
        var name = _text[offset..];
        var end = name.IndexOfAny(NameEnds);
        name = end < 0 ? name : name[..end];
        return Encoding.UTF8.GetString(name[..Math.Min(name.Length, NameLimit)]);
    }
}
