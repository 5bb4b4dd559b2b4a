using Ksef.Invoices.Files;

namespace Ksef.Invoices.Structure;

/// <summary>Characters that look like a space or like nothing and are no white space for XML. They come from web pages and word processors.</summary>
internal static class InvisibleCharacter
{
    private static readonly Dictionary<char, Words> Names = new()
    {
        ['\u00A0'] = new("twarda spacja", "no-break space"),
        ['\u00AD'] = new("miękki łącznik", "soft hyphen"),
        ['\u200B'] = new("spacja o zerowej szerokości", "zero-width space"),
        ['\u200C'] = new("rozdzielacz o zerowej szerokości", "zero-width non-joiner"),
        ['\u200D'] = new("łącznik o zerowej szerokości", "zero-width joiner"),
        ['\u200E'] = new("znak kierunku pisma", "left-to-right mark"),
        ['\u200F'] = new("znak kierunku pisma", "right-to-left mark"),
        ['\u2028'] = new("znak podziału wiersza", "line separator"),
        ['\u2029'] = new("znak podziału akapitu", "paragraph separator"),
        ['\u202F'] = new("wąska twarda spacja", "narrow no-break space"),
        ['\u2060'] = new("łącznik wyrazów", "word joiner"),
        ['\u3000'] = new("spacja ideograficzna", "ideographic space"),
        ['\uFEFF'] = new("znacznik BOM", "byte order mark"),
    };

    public static bool Is(char character) => Names.ContainsKey(character) || (character > '\u0080' && char.IsWhiteSpace(character));

    /// <summary>The first such character of a text by its code point and name: <c>U+00A0 (no-break space)</c>.</summary>
    public static Words? First(string text)
    {
        var at = text.AsSpan().IndexOfAnyExceptInRange('\0', '\u0080');
        for (; at >= 0 && at < text.Length; at++)
        {
            if (Is(text[at]))
            {
                var code = CharacterCheck.NameOf(text[at]);
                return Names.TryGetValue(text[at], out var name) ? new Words($"{code} ({name.Pl})", $"{code} ({name.En})") : code;
            }
        }

        return null;
    }

    /// <summary>The text without such characters.</summary>
    public static string RemovedFrom(string text) => string.Concat(text.Where(character => !Is(character)));
}
