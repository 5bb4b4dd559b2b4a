using System.Buffers;
using System.Globalization;
using System.Text;

namespace Ksef.Invoices.Files;

/// <summary>
/// Characters that XML 1.0 forbids, and those it discourages and KSeF therefore refuses
/// (KSeF API documentation, "Weryfikacja faktury"; XML 1.0, section 2.2).
/// </summary>
internal static class CharacterCheck
{
    /// <summary>First bytes of every character that could be one of them. Most texts have few of these, so most bytes are skipped fast.</summary>
    private static readonly SearchValues<byte> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(code => code is not (0x09 or 0x0A or 0x0D)).Select(code => (byte)code), 0x7F, 0xC2, 0xEF, 0xF0, 0xF1, 0xF2, 0xF3, 0xF4]);

    public static bool IsForbidden(int code) =>
        code is (< 0x20 and not 0x09 and not 0x0A and not 0x0D) or (>= 0xD800 and <= 0xDFFF) or 0xFFFE or 0xFFFF or > 0x10FFFF;

    public static bool IsDiscouraged(int code) =>
        code is (>= 0x7F and <= 0x84) or (>= 0x86 and <= 0x9F) or (>= 0xFDD0 and <= 0xFDEF) || (code > 0xFFFF && (code & 0xFFFE) == 0xFFFE);

    /// <summary>One finding for each kind, with its first place and the number of places.</summary>
    public static void Check(ReadOnlySpan<byte> content, FindingList findings)
    {
        var forbidden = default(Tally);
        var discouraged = default(Tally);
        for (var offset = 0; ;)
        {
            var next = content[offset..].IndexOfAny(Suspects);
            if (next < 0)
            {
                break;
            }

            offset += next;
            Rune.DecodeFromUtf8(content[offset..], out var rune, out var length);
            if (IsForbidden(rune.Value))
            {
                forbidden = forbidden.Count(rune.Value, offset);
            }
            else if (IsDiscouraged(rune.Value))
            {
                discouraged = discouraged.Count(rune.Value, offset);
            }

            offset += length;
        }

        forbidden.Report(FileFindings.ForbiddenCharacter, content, findings);
        discouraged.Report(FileFindings.DiscouragedCharacter, content, findings);
    }

    /// <summary>Name of a character by its code point, as it may be invisible: <c>U+0081</c>.</summary>
    public static string NameOf(int code) => "U+" + code.ToString("X4", CultureInfo.InvariantCulture);

    private readonly record struct Tally(int Number, int FirstCode, int FirstOffset)
    {
        public Tally Count(int code, int offset) => Number == 0 ? new Tally(1, code, offset) : this with { Number = Number + 1 };

        public void Report(FindingDefinition definition, ReadOnlySpan<byte> content, FindingList findings)
        {
            if (Number > 0)
            {
                findings.Add(definition.At(
                    TextPosition.Of(content, FirstOffset),
                    ("character", NameOf(FirstCode)),
                    ("count", Number.ToString(CultureInfo.InvariantCulture))));
            }
        }
    }
}
