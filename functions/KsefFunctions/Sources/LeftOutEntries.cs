using System.IO.Compression;

namespace KsefFunctions.Sources;

/// <summary>What archivers and desktops put beside the invoices: neither invoices nor mistakes. The file contract lists it for the ERP.</summary>
internal static class LeftOutEntries
{
    private static readonly string[] Names = ["Thumbs.db", "desktop.ini", ".DS_Store"];
    private static readonly string[] Folders = ["__MACOSX", "META-INF"];

    /// <summary>True for a folder, which is not even worth mentioning. Old .NET ends its name with a backslash.</summary>
    public static bool IsFolder(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith('/') || (entry.FullName.EndsWith('\\') && entry.Length == 0);

    /// <summary>True for litter of Windows and macOS, and for a signature beside a file.</summary>
    public static bool Has(ZipArchiveEntry entry)
    {
        var parts = entry.FullName.Split('/', '\\');
        return Folders.Contains(parts[0], StringComparer.OrdinalIgnoreCase)
            || Names.Contains(parts[^1], StringComparer.OrdinalIgnoreCase)
            || parts[^1].StartsWith("._", StringComparison.Ordinal)
            || parts[^1].EndsWith(".sig", StringComparison.OrdinalIgnoreCase);
    }
}
