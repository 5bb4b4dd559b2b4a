namespace Ksef.Invoices.Files;

/// <summary>Knows a web page, such as a login form or an error message that was saved in an invoice's place.</summary>
internal static class HtmlPage
{
    /// <param name="text">The file from its first character that is no white space.</param>
    public static bool Is(ReadOnlySpan<byte> text)
    {
        var rest = Behind(Behind(text, "<?xml"u8, "?>"u8), "<!--"u8, "-->"u8);
        return StartsWith(rest, "<!doctype html"u8) || StartsWith(rest, "<html"u8) || StartsWith(rest, "<head>"u8) || StartsWith(rest, "<body"u8);
    }

    private static ReadOnlySpan<byte> Behind(ReadOnlySpan<byte> text, ReadOnlySpan<byte> start, ReadOnlySpan<byte> end) =>
        text.StartsWith(start) && text.IndexOf(end) is var found and >= 0 ? text[(found + end.Length)..].TrimStart(" \t\r\n"u8) : text;

    private static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> start) =>
        text.Length >= start.Length && System.Text.Ascii.EqualsIgnoreCase(text[..start.Length], start);
}
