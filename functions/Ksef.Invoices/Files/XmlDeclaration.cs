using System.Text.RegularExpressions;

namespace Ksef.Invoices.Files;

/// <summary>The XML declaration at the very start of a file, as written.</summary>
/// <param name="IsWellFormed">Whether it follows XML 1.0: version 1.0, then an encoding, then standalone.</param>
/// <param name="Encoding">The encoding it names, if any.</param>
/// <param name="Length">Its length in bytes.</param>
internal sealed partial record XmlDeclaration(bool IsWellFormed, string? Encoding, int Length)
{
    private static ReadOnlySpan<byte> Start => "<?xml"u8;

    private static ReadOnlySpan<byte> End => "?>"u8;

    public bool NamesUtf8 => Encoding is null || Encoding.Equals("UTF-8", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the encoding is UTF-8 by another spelling, such as <c>utf8</c> or <c>UTF_8</c>, which no parser has to know.</summary>
    public bool MisspellsUtf8 => !NamesUtf8 && string.Concat(Encoding!.Where(char.IsAsciiLetterOrDigit)).Equals("utf8", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the declaration, or <see langword="null"/> when the file starts without one, as it may.</summary>
    public static XmlDeclaration? Read(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith(Start) || content.Length == Start.Length || !IsSpace(content[Start.Length]))
        {
            return null;
        }

        var end = content.IndexOf(End);
        if (end < 0)
        {
            return new XmlDeclaration(false, null, content.Length);
        }

        var length = end + End.Length;
        var text = System.Text.Encoding.Latin1.GetString(content[..length]);
        var encoding = EncodingPattern().Match(text);
        return new XmlDeclaration(
            WellFormedPattern().IsMatch(text),
            encoding.Success ? encoding.Groups["name"].Value : null,
            length);
    }

    private static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    [GeneratedRegex("""\A<\?xml\s+version\s*=\s*(["'])1\.0\1(\s+encoding\s*=\s*(["'])[A-Za-z][A-Za-z0-9._-]*\3)?(\s+standalone\s*=\s*(["'])(yes|no)\5)?\s*\?>\z""")]
    private static partial Regex WellFormedPattern();

    [GeneratedRegex("""\sencoding\s*=\s*["'](?<name>[^"'<>]{1,40})["']""")]
    private static partial Regex EncodingPattern();
}
