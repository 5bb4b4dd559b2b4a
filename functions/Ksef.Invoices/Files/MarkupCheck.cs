using System.Buffers;
using System.Globalization;
using System.Text;

namespace Ksef.Invoices.Files;

/// <summary>
/// Looks for markup that an invoice must not have, before any XML parser sees the file:
/// document types, processing instructions, entities of one's own, unescaped ampersands.
/// </summary>
internal ref struct MarkupCheck(ReadOnlySpan<byte> content, FindingList findings)
{
    /// <summary>Longer names are cut in the finding.</summary>
    private const int NameLimit = 40;

    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    private static readonly SearchValues<byte> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-:"u8);

    private readonly ReadOnlySpan<byte> _content = content;
    private readonly FindingList _findings = findings;
    private bool _hasDocumentType;
    private bool _hasElement;

    /// <summary>Whether a DOCTYPE was found: such a file must not be parsed.</summary>
    public readonly bool HasDocumentType => _hasDocumentType;

    /// <summary>Scans from the given offset, which is behind the XML declaration.</summary>
    public void Run(int offset)
    {
        while (true)
        {
            var next = _content[offset..].IndexOfAny((byte)'<', (byte)'&');
            if (next < 0)
            {
                return;
            }

            offset += next;
            offset = _content[offset] == (byte)'&' ? Reference(offset) : Markup(offset);
        }
    }

    private int Markup(int offset)
    {
        var rest = _content[offset..];
        if (rest is not [_, (byte)'!' or (byte)'?', ..])
        {
            // Nearly all are tags.
            _hasElement = true;
            return offset + 1;
        }

        if (rest.StartsWith("<!--"u8))
        {
            return After(offset + 4, "-->"u8);
        }

        if (rest.StartsWith("<![CDATA["u8))
        {
            return After(offset + 9, "]]>"u8);
        }

        if (rest.StartsWith("<!"u8))
        {
            if (!_hasDocumentType)
            {
                _hasDocumentType = true;
                Report(FileFindings.DocumentType, offset);
            }

            return offset + 2;
        }

        return Instruction(offset);
    }

    private readonly int Instruction(int offset)
    {
        var target = Name(_content[(offset + 2)..]);
        if (target.Equals("xml", StringComparison.OrdinalIgnoreCase))
        {
            // An XML declaration in any other place than the very start is misplaced; behind an element it starts another document,
            // and the parser will stop there.
            if (!_hasElement)
            {
                Report(FileFindings.Declaration, offset);
            }
        }
        else
        {
            Report(FileFindings.ProcessingInstruction, offset, ("target", target));
        }

        return After(offset + 2, "?>"u8);
    }

    private readonly int Reference(int offset)
    {
        var body = _content[(offset + 1)..];
        var end = body[..Math.Min(body.Length, NameLimit)].IndexOf((byte)';');
        var name = end > 0 ? body[..end] : default;
        if (name.IsEmpty || !IsReference(name))
        {
            // Inside a document type an ampersand has other meanings, and that file is refused anyway.
            if (!_hasDocumentType)
            {
                Report(FileFindings.BareAmpersand, offset);
            }

            return offset + 1;
        }

        if (name[0] == (byte)'#')
        {
            Character(name[1..], offset);
        }
        else if (!_hasDocumentType && !(name.SequenceEqual("amp"u8) || name.SequenceEqual("lt"u8) || name.SequenceEqual("gt"u8) || name.SequenceEqual("quot"u8) || name.SequenceEqual("apos"u8)))
        {
            Report(FileFindings.UnknownEntity, offset, ("entity", Encoding.UTF8.GetString(name)));
        }

        return offset + 1 + name.Length + 1;
    }

    /// <summary>A character reference can smuggle in what the bytes do not show.</summary>
    private readonly void Character(ReadOnlySpan<byte> digits, int offset)
    {
        var isHex = digits is [(byte)'x', ..];
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        var parsed = int.TryParse(isHex ? digits[1..] : digits, style, CultureInfo.InvariantCulture, out var code);
        var definition = !parsed || CharacterCheck.IsForbidden(code) ? FileFindings.ForbiddenCharacter
            : CharacterCheck.IsDiscouraged(code) ? FileFindings.DiscouragedCharacter
            : null;
        if (definition is not null)
        {
            Report(definition, offset, ("character", $"&#{Encoding.UTF8.GetString(digits)};"), ("count", "1"));
        }
    }

    private readonly void Report(FindingDefinition definition, int offset, params ReadOnlySpan<(string Name, Words Value)> values)
    {
        // A file of a million ampersands must not cost a million searches for their lines.
        _findings.Add(definition.At(_findings.TellsPlaceOf(definition) ? TextPosition.Of(_content, offset) : Location.File, values));
    }

    private readonly int After(int offset, ReadOnlySpan<byte> end)
    {
        var found = _content[offset..].IndexOf(end);
        return found < 0 ? _content.Length : offset + found + end.Length;
    }

    private static bool IsReference(ReadOnlySpan<byte> name)
    {
        if (name[0] == (byte)'#')
        {
            return name.Length > 1 && (name[1] == (byte)'x' ? name.Length > 2 && name[2..].IndexOfAnyExcept(HexDigits) < 0 : name[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0);
        }

        // Names beyond ASCII count as bare ampersands: that is what they are in practice.
        return name.IndexOfAnyExcept(NameCharacters) < 0;
    }

    private static string Name(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAnyExcept(NameCharacters);
        return Encoding.UTF8.GetString(text[..Math.Min(end < 0 ? text.Length : end, NameLimit)]);
    }
}
