using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Ksef.Mapping.Detection;

/// <summary>Tells by its content what a file is. Names are not asked: files named .epp that hold XML exist.</summary>
internal static partial class FormatDetection
{
    private const int Examined = 65536;

    /// <summary>Compound files of OLE: a workbook with a password, or one of Excel before 2007.</summary>
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>What an archive has only if it is an office document. The reader of workbooks says of the others which kind they are.</summary>
    private static readonly string[] SpreadsheetParts = ["xl/workbook.xml", "[Content_Types].xml", "META-INF/manifest.xml"];

    public static async ValueTask<FileFormat> DetectAsync(Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        var buffer = new byte[(int)Math.Min(Examined, content.Length)];
        var length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        content.Position = 0;
        var start = buffer.AsMemory(0, length);
        if (start.Span.StartsWith("PK\u0003\u0004"u8))
        {
            return OfArchive(content);
        }

        if (start.Span.StartsWith(Compound))
        {
            return FileFormat.Xlsx;
        }

        // Most files are invoices in XML: of them only the root is looked at.
        return BeginsXml(start.Span) ? OfXml(start) : OfText(TextOf(start), start);
    }

    private static bool BeginsXml(ReadOnlySpan<byte> start) =>
        (start.StartsWith("\uFEFF"u8) ? start[3..] : start).TrimStart(" \t\r\n"u8).StartsWith("<"u8);

    private static FileFormat OfText(string text, ReadOnlyMemory<byte> start)
    {
        var body = text.AsSpan().TrimStart();
        if (body.IsEmpty)
        {
            return FileFormat.Unknown;
        }

        if (body.StartsWith("[INFO]", StringComparison.OrdinalIgnoreCase))
        {
            return FileFormat.Epp;
        }

        return body[0] switch
        {
            '<' => OfXml(start),
            '{' => FullMember().IsMatch(text) ? FileFormat.FullJson : FileFormat.SimpleJson,
            '[' when BeginsArray(body) => FullMember().IsMatch(text) ? FileFormat.FullJson : FileFormat.SimpleJson,
            _ => IsText(body) ? FileFormat.Csv : FileFormat.Unknown,
        };
    }

    private static bool BeginsArray(ReadOnlySpan<char> body) => body[1..].TrimStart() is ['{' or ']', ..];

    /// <summary>A byte is a character here: what is looked for is ASCII, whatever the code page; UTF-16 comes with a mark.</summary>
    private static string TextOf(ReadOnlyMemory<byte> start) =>
        start.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode.GetString(start.Span[2..])
        : start.Span.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(start.Span[2..])
        : Encoding.Latin1.GetString(start.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? start.Span[3..] : start.Span);

    private static bool IsText(ReadOnlySpan<char> body)
    {
        foreach (var character in body)
        {
            if (character < ' ' && character is not ('\t' or '\n' or '\r' or '\f' or '\u001A'))
            {
                return false;
            }
        }

        return true;
    }

    private static FileFormat OfXml(ReadOnlyMemory<byte> start)
    {
        try
        {
            using var bytes = new MemoryStream(start.ToArray());
            using var xml = XmlReader.Create(bytes, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            xml.MoveToContent();
            return (xml.LocalName, xml.NamespaceURI) switch
            {
                ("JPK", _) => FileFormat.JpkFa,
                ("ROOT", var space) when space.Contains("optima", StringComparison.OrdinalIgnoreCase) => FileFormat.Optima,
                (var name, var space) when Invoices.InvoiceSchema.Find(space, name) is not null || name == "Faktura" => FileFormat.InvoiceXml,
                _ => FileFormat.Unknown,
            };
        }
        catch (XmlException)
        {
            // Whoever checks finished invoices says best what is wrong with broken XML.
            return FileFormat.InvoiceXml;
        }
    }

    private static FileFormat OfArchive(Stream content)
    {
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return SpreadsheetParts.Any(part => archive.GetEntry(part) is not null) ? FileFormat.Xlsx : FileFormat.Zip;
        }
        catch (InvalidDataException)
        {
            return FileFormat.Zip;
        }
        finally
        {
            content.Position = 0;
        }
    }

    /// <summary>The first member, which may be any part of FA(3): in the simple layout none of these names has an object or a list.</summary>
    [GeneratedRegex("""^\s*(\[\s*)?\{\s*("\$schema"\s*:\s*"[^"]*"\s*,\s*)?"(Faktura|Naglowek|Podmiot1|Podmiot2|Podmiot3|PodmiotUpowazniony|Fa|Stopka|Zalacznik)"\s*:\s*[\[{]""")]
    private static partial Regex FullMember();
}
