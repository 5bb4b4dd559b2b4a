using System.Text;
using System.Xml;

namespace Ksef.Mapping.Exact;

/// <summary>Texts as an XML token holds them: one space between words, none at the ends.</summary>
internal static class PlainText
{
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny('\t', '\n', '\r') && !text.Contains("  ", StringComparison.Ordinal))
        {
            return text.Trim();
        }

        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var isBlank = character is ' ' or '\t' or '\n' or '\r';
            if (!isBlank)
            {
                plain.Append(character);
            }
            else if (plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>The text in pieces of at most so many characters, divided between words where that can be, never within a character.</summary>
    public static IEnumerable<string> Parts(string text, int most)
    {
        var rest = text;
        while (rest.Length > most)
        {
            var space = rest.LastIndexOf(' ', most);
            var end = space > 0 ? space : char.IsHighSurrogate(rest[most - 1]) ? most - 1 : most;
            yield return rest[..end];
            rest = rest[end..].TrimStart();
        }

        yield return rest;
    }

    /// <summary>The first character that XML cannot hold.</summary>
    public static char? ForbiddenIn(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
            }
            else if (!XmlConvert.IsXmlChar(text[at]))
            {
                return text[at];
            }
        }

        return null;
    }
}
