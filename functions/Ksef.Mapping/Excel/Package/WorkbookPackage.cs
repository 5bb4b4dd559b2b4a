using System.IO.Compression;

namespace Ksef.Mapping.Excel.Package;

/// <summary>A workbook as a ZIP of parts.</summary>
internal sealed class WorkbookPackage : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ExcelLimits _limits;

    /// <param name="content">The file, which can be read from any position; stays open.</param>
    /// <param name="limits">How much of it is read.</param>
    /// <exception cref="WorkbookRefusedException">It is no ZIP, or not one of its own.</exception>
    public WorkbookPackage(Stream content, ExcelLimits limits)
    {
        _limits = limits;
        _archive = Archive(content, out var entries);
        foreach (var entry in entries)
        {
            // Two entries of one name: readers differ in which they take, so a person could see another workbook than we read.
            if (!_parts.TryAdd(entry.FullName.Replace('\\', '/'), entry))
            {
                throw WorkbookRefusedException.Damaged(entry.FullName, new("archiwum ma ją dwa razy", "the archive has it twice"));
            }
        }
    }

    /// <summary>Whether the archive has a part.</summary>
    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>Opens a part.</summary>
    /// <returns>Its XML, or <see langword="null"/> when the archive has no such part.</returns>
    public PartXml? Open(string part) => _parts.TryGetValue(part, out var entry) ? new PartXml(entry, _limits) : null;

    /// <summary>First letters of a part that is plain text.</summary>
    public string? Text(string part, int length)
    {
        if (!_parts.TryGetValue(part, out var entry))
        {
            return null;
        }

        using var stream = new PartStream(entry, _limits);
        var buffer = new byte[length];
        return System.Text.Encoding.Latin1.GetString(buffer, 0, stream.ReadAtLeast(buffer, length, throwOnEndOfStream: false));
    }

    public void Dispose() => _archive.Dispose();

    private static ZipArchive Archive(Stream content, out IReadOnlyList<ZipArchiveEntry> entries)
    {
        try
        {
            content.Position = 0;
            var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);

            // The list is read when it is first asked for.
            entries = archive.Entries;
            return archive;
        }
        catch (InvalidDataException)
        {
            throw WorkbookRefusedException.Damaged("ZIP", new("archiwum jest ucięte lub uszkodzone", "the archive is cut off or damaged"));
        }
    }
}
