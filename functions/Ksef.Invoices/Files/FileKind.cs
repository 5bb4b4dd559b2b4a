namespace Ksef.Invoices.Files;

/// <summary>Names what a file that is not XML looks like.</summary>
internal static class FileKind
{
    public static Words Describe(ReadOnlySpan<byte> content) => content switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => new("dokument PDF", "a PDF document"),
        [(byte)'P', (byte)'K', 3, 4, ..] => new("archiwum ZIP lub dokument pakietu biurowego", "a ZIP archive or an office document"),
        [0x1F, 0x8B, ..] => new("archiwum GZip", "a GZip archive"),
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] => new("obraz", "a picture"),
        [(byte)'{' or (byte)'[', ..] => new("dane JSON", "JSON data"),
        _ when content.IndexOf((byte)0) >= 0 => new("dane binarne", "binary data"),
        _ => new("zwykły tekst", "plain text"),
    };
}
