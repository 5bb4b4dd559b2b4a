using System.Globalization;

namespace KsefFunctions.Files;

/// <summary>Where the evidence of a file lies in the container <c>archive</c>.</summary>
internal static class ArchiveNames
{
    /// <summary>Folder of everything that is kept of one content in one context.</summary>
    public static string Folder(string contextNip, string sha256) => $"{contextNip}/{sha256}";

    /// <summary>The bytes as they were dropped, with the ending of what they are.</summary>
    public static string Original(string contextNip, string sha256, ContentKind? content, string path) =>
        $"{Folder(contextNip, sha256)}/original{(HoldsZip(content, path) ? ".zip" : content == ContentKind.Workbook ? ".xlsx" : content == ContentKind.Other ? ".txt" : ".xml")}";

    /// <summary>The invoices that an attempt made of a company's data, create-once.</summary>
    public static string Mapped(string contextNip, string sha256, int attempt) =>
        string.Create(CultureInfo.InvariantCulture, $"{Folder(contextNip, sha256)}/mapped/{attempt}.zip");

    /// <summary>Whether a file is a package of invoices.</summary>
    /// <param name="content">What it is; null in what was written before that was looked at.</param>
    /// <param name="path">Its name, which says it then.</param>
    public static bool HoldsZip(ContentKind? content, string path) =>
        content is { } known ? known == ContentKind.Zip : path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
}
