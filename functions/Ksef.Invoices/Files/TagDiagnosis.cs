using System.Buffers;
using System.Globalization;
using System.Text;

namespace Ksef.Invoices.Files;

/// <summary>Explains why a parser gave up on a file: it ends too early, it goes on behind its end, or its tags do not match. Runs only when one did.</summary>
internal ref struct TagDiagnosis(ReadOnlySpan<byte> text)
{
    private const int NameLimit = 60;

    private static readonly Words NoElement = new("brak", "none");

    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\r\n/<>"u8);

    private static readonly SearchValues<byte> NameCharacters = SearchValues.Create(
        [.. "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-:"u8, .. Enumerable.Range(0x80, 0x80).Select(value => (byte)value)]);

    private readonly ReadOnlySpan<byte> _text = text;
    private readonly Stack<(string Name, int Offset)> _open = new();
    private readonly List<Finding> _findings = [];
    private bool _hasElement;

    /// <summary>Finds the causes.</summary>
    /// <returns>The findings; none when the tags are in order and the cause is another one.</returns>
    public IReadOnlyList<Finding> Find()
    {
        var offset = 0;
        while (_text[offset..].IndexOf((byte)'<') is var next and >= 0 && _findings.Count < FindingList.Limit)
        {
            if (_hasElement && _open.Count == 0 && IsText(_text.Slice(offset, next)))
            {
                return [.. _findings, FileFindings.TextAfterEnd.At(TextPosition.Of(_text, offset))];
            }

            offset += next;
            if (Skip(offset) is var behind and not 0)
            {
                if (behind < 0)
                {
                    return EndingWith(Truncated(null));
                }

                if (_hasElement && IsDeclaration(offset))
                {
                    return [.. _findings, SecondDocument(offset)];
                }

                offset = behind;
                continue;
            }

            var end = TagEnd(offset);
            if (end >= 0 && IsBareLessThan(offset, end))
            {
                _findings.Add(BareLessThan(offset));
                offset++;
                continue;
            }

            if (end < 0)
            {
                return EndingWith(Truncated(Name(offset + 1)));
            }

            if (_text[end] == (byte)'<')
            {
                return _findings;
            }

            if (Tag(offset, end) is { } finding)
            {
                return [.. _findings, finding];
            }

            offset = end + 1;
        }

        return AtEnd(offset);
    }

    private readonly List<Finding> AtEnd(int offset)
    {
        if (!_hasElement)
        {
            return EndingWith(FileFindings.Empty.At(Location.File));
        }

        if (_open.Count > 0)
        {
            return EndingWith(Truncated(null));
        }

        return IsText(_text[offset..]) ? EndingWith(FileFindings.TextAfterEnd.At(TextPosition.Of(_text, offset))) : _findings;
    }

    /// <summary>A mistake found before explains the end too.</summary>
    private readonly List<Finding> EndingWith(Finding finding) => _findings.Count > 0 ? _findings : [finding];

    private static bool IsText(ReadOnlySpan<byte> between) => !between.Trim(" \t\r\n\uFEFF"u8).IsEmpty;

    private readonly bool IsDeclaration(int offset) => _text[offset..].StartsWith("<?xml"u8) && _text[offset + 5] <= (byte)' ';

    private readonly Finding BareLessThan(int offset) => FileFindings.BareLessThan.At(
        TextPosition.Of(_text, offset), ("element", _open.TryPeek(out var open) ? open.Name : NoElement), ("line", LineOf(offset)));

    private readonly Finding SecondDocument(int offset) => FileFindings.SecondDocument.At(TextPosition.Of(_text, offset), ("line", LineOf(offset)));

    private readonly string LineOf(int offset) => TextPosition.Of(_text, offset).Line!.Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether what follows is no tag but a text such as "&lt;50 mm": no name, or no end, or something beside the name that is no attribute.</summary>
    private readonly bool IsBareLessThan(int offset, int end)
    {
        var inside = _text[(offset + 1)..end];
        if (inside.IsEmpty || inside[0] is (byte)'/' or (byte)'!')
        {
            return inside.IsEmpty;
        }

        var name = inside[..(inside.IndexOfAny(NameEnds) is var nameEnd and >= 0 ? nameEnd : inside.Length)];
        var isName = !name.IsEmpty && name.IndexOfAnyExcept(NameCharacters) < 0 && name[0] is not ((>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'.');
        var beside = inside[name.Length..].TrimEnd((byte)'/').Trim(" \t\r\n"u8);
        return !inside.Contains((byte)'=') && (!isName || !beside.IsEmpty || _text[end] == (byte)'<');
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

    /// <summary>The offset of the tag's end, or of another tag's start inside it, even between quotes; negative when the file ends first.</summary>
    private readonly int TagEnd(int offset)
    {
        byte quote = 0;
        for (var index = offset + 1; index < _text.Length; index++)
        {
            var current = _text[index];
            if (current == (byte)'<')
            {
                return index;
            }

            if (quote != 0)
            {
                quote = current == quote ? (byte)0 : quote;
            }
            else if (current is (byte)'"' or (byte)'\'')
            {
                quote = current;
            }
            else if (current == (byte)'>')
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

        if (_hasElement && _open.Count == 0)
        {
            return SecondDocument(start);
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
            ("openedLine", LineOf(opened.Offset)),
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
