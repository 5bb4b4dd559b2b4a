using System.Globalization;

namespace Ksef.Invoices.Files;

/// <summary>The checks on a file's bytes, before an XML parser sees it.</summary>
internal static class FileCheck
{
    /// <summary>Largest invoice without an attachment, in bytes (KSeF API 2.6, limits; units of 1,000,000).</summary>
    public const int SizeLimit = 1_000_000;

    /// <summary>Largest invoice with an attachment, in bytes.</summary>
    public const int SizeLimitWithAttachment = 3_000_000;

    /// <summary>Adds what it finds.</summary>
    /// <returns>Whether the file may be parsed as XML.</returns>
    public static bool Run(ReadOnlySpan<byte> content, FindingList findings)
    {
        if (content.Length > SizeLimitWithAttachment)
        {
            findings.Add(FileFindings.TooLargeForAny.At(Location.File, ("size", Number(content.Length)), ("limit", Number(SizeLimitWithAttachment))));
            return false;
        }

        if (EncodingCheck.WideEncoding(content) is { } wide)
        {
            findings.Add(FileFindings.NotUtf8.At(Location.File, ("encoding", wide)));
            return false;
        }

        var hasMark = EncodingCheck.HasByteOrderMark(content);
        var text = hasMark ? content[EncodingCheck.ByteOrderMarkLength..] : content;
        var trimmed = text.TrimStart(" \t\r\n"u8);
        if (trimmed.IsEmpty)
        {
            findings.Add(FileFindings.Empty.At(Location.File));
            return false;
        }

        if (trimmed[0] != (byte)'<')
        {
            findings.Add(FileFindings.NotXml.At(Location.File, ("kind", FileKind.Describe(trimmed))));
            return false;
        }

        if (HtmlPage.Is(trimmed))
        {
            findings.Add(FileFindings.HtmlPage.At(Location.File));
            return false;
        }

        if (hasMark)
        {
            findings.Add(FileFindings.ByteOrderMark.At(new Location(null, 1, 1)));
        }

        return CheckText(text, findings);
    }

    private static bool CheckText(ReadOnlySpan<byte> text, FindingList findings)
    {
        var declaration = XmlDeclaration.Read(text);
        if (declaration is not null)
        {
            CheckDeclaration(declaration, findings);
        }

        var invalid = EncodingCheck.FindInvalid(text);
        if (invalid.Offset >= 0)
        {
            // Letters of the declared encoding are no second mistake.
            if (declaration is null or { NamesUtf8: true } or { MisspellsUtf8: true })
            {
                findings.Add(FileFindings.InvalidUtf8.At(
                    TextPosition.Of(text, invalid.Offset),
                    ("bytes", Convert.ToHexString(text.Slice(invalid.Offset, invalid.Count)))));
            }

            return false;
        }

        CharacterCheck.Check(text, findings);
        var markup = new MarkupCheck(text, findings);
        markup.Run(declaration?.Length ?? 0);
        return !markup.HasDocumentType;
    }

    private static void CheckDeclaration(XmlDeclaration declaration, FindingList findings)
    {
        var start = new Location(null, 1, 1);
        if (declaration.MisspellsUtf8)
        {
            findings.Add(FileFindings.EncodingSpelling.At(start, ("encoding", declaration.Encoding!)));
            return;
        }

        if (!declaration.IsWellFormed)
        {
            findings.Add(FileFindings.Declaration.At(start));
        }

        if (!declaration.NamesUtf8)
        {
            findings.Add(FileFindings.OtherEncodingDeclared.At(start, ("encoding", declaration.Encoding!)));
        }
    }

    /// <summary>A number as people read it, in groups of three.</summary>
    public static string Number(int value) => value.ToString("N0", NumberWithSpaces);

    private static readonly NumberFormatInfo NumberWithSpaces = new() { NumberGroupSeparator = " " };
}
