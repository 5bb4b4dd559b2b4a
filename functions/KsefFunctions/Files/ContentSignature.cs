
namespace KsefFunctions.Files;

/// <summary>Tells kinds of files by the bytes they begin with (the signatures of the formats' own specifications).</summary>
public static class ContentSignature
{
    /// <summary>As many bytes as are looked at; a tar archive shows its kind only after the first header.</summary>
    public const int Length = 512;

    private const int TarMark = 257;
    private const int EndLength = 22;

    // Offset of the first entry's name in a ZIP.
    private const int EntryName = 30;

    // Whoever writes a workbook begins with one of its own parts (seen in Excel, LibreOffice and libraries).
    private static readonly byte[][] WorkbookParts =
    [
        "[Content_Types].xml"u8.ToArray(), "_rels/.rels"u8.ToArray(), "docProps/app.xml"u8.ToArray(), "docProps/core.xml"u8.ToArray(), "xl/workbook.xml"u8.ToArray(),
        "xl/worksheets/"u8.ToArray(), "xl/_rels/"u8.ToArray(), "xl/styles.xml"u8.ToArray(), "xl/sharedStrings.xml"u8.ToArray(), "xl/theme/"u8.ToArray(),
    ];

    private static readonly (ContentKind Kind, byte[] Start)[] Starts =
    [
        (ContentKind.Zip, [0x50, 0x4B, 0x03, 0x04]),

        // Nothing but the end of a ZIP: an archive without entries.
        (ContentKind.Zip, [0x50, 0x4B, 0x05, 0x06]),

        // First part of a split ZIP.
        (ContentKind.Zip, [0x50, 0x4B, 0x07, 0x08]),
        (ContentKind.SevenZip, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        (ContentKind.Rar, "Rar!\x1a\x07"u8.ToArray()),
        (ContentKind.Gzip, [0x1F, 0x8B]),
        (ContentKind.Bzip2, "BZh"u8.ToArray()),
        (ContentKind.Xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
        (ContentKind.Xml, [0xEF, 0xBB, 0xBF, 0x3C]),
        (ContentKind.Xml, [0xFE, 0xFF, 0x00, 0x3C]),
        (ContentKind.Xml, [0xFF, 0xFE, 0x3C, 0x00]),
    ];

    /// <summary>The last bytes of a file, as many as its end is told by.</summary>
    /// <param name="before">The last bytes of what came before.</param>
    /// <param name="more">What came now.</param>
    public static byte[] EndOf(byte[] before, ReadOnlySpan<byte> more) =>
        more.Length >= EndLength ? more[^EndLength..].ToArray() : [.. before[Math.Max(0, before.Length + more.Length - EndLength)..], .. more];

    /// <summary>True for the end of a ZIP without a comment. The last part of a split archive has it, and one behind a program that unpacks it.</summary>
    public static bool EndsZip(ReadOnlySpan<byte> end) => end.Length == EndLength && end.StartsWith("PK\u0005\u0006"u8);

    /// <summary>The kind of a file that begins with these bytes, at most <see cref="Length"/> of them.</summary>
    public static ContentKind Of(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty)
        {
            return ContentKind.Empty;
        }

        foreach (var (kind, signature) in Starts)
        {
            if (start.StartsWith(signature))
            {
                return kind == ContentKind.Zip && IsWorkbook(start) ? ContentKind.Workbook : kind;
            }
        }

        return start.Length >= TarMark + 5 && start[TarMark..].StartsWith("ustar"u8) ? ContentKind.Tar
            : start.TrimStart(" \t\r\n"u8).StartsWith("<"u8) ? ContentKind.Xml
            : ContentKind.Other;
    }

    private static bool IsWorkbook(ReadOnlySpan<byte> start)
    {
        foreach (var part in WorkbookParts)
        {
            if (start.Length > EntryName && start[EntryName..].StartsWith(part))
            {
                return true;
            }
        }

        return false;
    }
}
