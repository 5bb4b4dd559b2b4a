using System.Globalization;
using System.Text;
using Ksef.Mapping.Excel.Package;

namespace Ksef.Mapping.Excel.Cells;

/// <summary>Texts of cells: plain, or in runs of different fonts.</summary>
internal static class CellText
{
    private const int EscapeLength = 7;

    /// <summary>Reads the text of the current element (<c>si</c> or <c>is</c>), its runs joined, reading aids for East Asian letters left out; ends at its end.</summary>
    public static string Read(PartXml xml)
    {
        var text = new StringBuilder();
        var depth = xml.Depth;
        while (xml.ReadChild(depth))
        {
            if (xml.Is("t"))
            {
                xml.AppendText(text);
            }
            else if (xml.Is("r"))
            {
                var run = xml.Depth;
                while (xml.ReadChild(run))
                {
                    if (xml.Is("t"))
                    {
                        xml.AppendText(text);
                    }
                }
            }
        }

        return Unescape(text.ToString());
    }

    /// <summary>
    /// Characters that XML cannot hold are written <c>_x000D_</c>, and an underscore that would look so <c>_x005F_</c> (ECMA-376, part 1, 22.9.2.19).
    /// A character that no invoice can hold becomes U+FFFD, which the checks of the invoice report.
    /// </summary>
    public static string Unescape(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var plain = new StringBuilder(text.Length).Append(text, 0, at);
        while (at < text.Length)
        {
            if (IsEscape(text.AsSpan(at), out var character))
            {
                plain.Append(character);
                at += EscapeLength;
            }
            else
            {
                plain.Append(text[at++]);
            }
        }

        return plain.ToString();
    }

    private static bool IsEscape(ReadOnlySpan<char> text, out char character)
    {
        character = '\uFFFD';
        if (text.Length < EscapeLength || text[0] != '_' || text[1] != 'x' || text[EscapeLength - 1] != '_'
            || !ushort.TryParse(text[2..(EscapeLength - 1)], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return false;
        }

        var given = (char)code;
        character = System.Xml.XmlConvert.IsXmlChar(given) ? given : character;
        return true;
    }
}
