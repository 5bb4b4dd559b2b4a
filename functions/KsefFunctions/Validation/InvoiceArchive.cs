using System.IO.Compression;
using System.Runtime.CompilerServices;
using KsefFunctions.Errors;
using KsefFunctions.Storage;

namespace KsefFunctions.Validation;

/// <summary>Reads a ZIP of invoices, entry by entry, within fixed bounds of memory whatever the archive claims of itself.</summary>
internal static class InvoiceArchive
{
    private static readonly string[] ArchiveEndings = [".ZIP", ".GZ", ".TAR", ".TGZ", ".7Z", ".RAR"];

    /// <exception cref="SourceRefusedException">The archive as a whole cannot or must not be read.</exception>
    public static async IAsyncEnumerable<SourceInvoice> ReadAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var archive = await OpenAsync(content, cancellationToken);
        var entries = archive.Entries.Where(IsFile).ToList();
        Refuse(entries);
        for (var index = 0; index < entries.Count; index++)
        {
            yield return await ReadEntryAsync(index + 1, entries[index], cancellationToken);
        }
    }

    private static async Task<ZipArchive> OpenAsync(Stream content, CancellationToken cancellationToken)
    {
        try
        {
            var archive = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
            _ = archive.Entries.Count;
            return archive;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or IOException)
        {
            throw new SourceRefusedException(FileErrors.BrokenArchive.Record());
        }
    }

    private static void Refuse(List<ZipArchiveEntry> entries)
    {
        if (entries.Count == 0)
        {
            throw new SourceRefusedException(FileErrors.EmptyArchive.Record());
        }

        if (entries.Count > SourceLimits.MostInvoices)
        {
            throw new SourceRefusedException(FileErrors.TooManyEntries.Record(entries.Count, SourceLimits.MostInvoices));
        }

        if (entries.Find(PointsOutside) is { } escaping)
        {
            throw new SourceRefusedException(FileErrors.PathEscape.Record(Shown(escaping.FullName)) with { Path = Shown(escaping.FullName) });
        }

        if (entries.Find(IsSuspicious) is { } bomb)
        {
            throw new SourceRefusedException(FileErrors.SuspiciousCompression.Record(Shown(bomb.FullName)) with { Path = Shown(bomb.FullName) });
        }
    }

    private static async Task<SourceInvoice> ReadEntryAsync(int ordinal, ZipArchiveEntry entry, CancellationToken cancellationToken)
    {
        var name = Shown(entry.FullName);
        SourceInvoice Refused(ErrorDefinition why, params object?[] arguments) =>
            new(ordinal, name, ReadOnlyMemory<byte>.Empty, why.Record(arguments) with { Path = name });

        if (entry.IsEncrypted)
        {
            return Refused(FileErrors.EncryptedArchive, name);
        }

        var ending = Path.GetExtension(name).ToUpperInvariant();
        if (ending != ".XML")
        {
            return Refused(ArchiveEndings.Contains(ending) ? FileErrors.NestedArchive : FileErrors.NotAnInvoiceEntry, name);
        }

        if (entry.Length > SourceLimits.LargestInvoice)
        {
            return Refused(FileErrors.TooLarge, entry.Length, SourceLimits.LargestInvoice);
        }

        try
        {
            await using var stream = await entry.OpenAsync(cancellationToken);
            var bytes = await BoundedRead.ToEndAsync(stream, (int)entry.Length, SourceLimits.LargestInvoice, cancellationToken);
            return bytes is null
                ? throw new SourceRefusedException(FileErrors.SuspiciousCompression.Record(name) with { Path = name })
                : new SourceInvoice(ordinal, name, bytes.Value);
        }
        catch (InvalidDataException)
        {
            return Refused(FileErrors.BrokenEntry, name);
        }
    }

    // Directories, and the resource forks that macOS adds to every archive.
    private static bool IsFile(ZipArchiveEntry entry) =>
        !entry.FullName.EndsWith('/') && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);

    private static bool PointsOutside(ZipArchiveEntry entry)
    {
        var parts = entry.FullName.Split('/', '\\');
        return parts.Contains("..") || parts[0].Length == 0 || parts[0].Contains(':', StringComparison.Ordinal);
    }

    private static bool IsSuspicious(ZipArchiveEntry entry) =>
        entry.Length > SourceLimits.SuspiciousFrom && entry.Length > entry.CompressedLength * SourceLimits.SuspiciousRatio;

    // Entry names are the sender's text: no control characters, no endless lines in results, logs and pages.
    private static string Shown(string entryName)
    {
        var clean = new string([.. entryName.Where(character => !char.IsControl(character))]);
        return clean.Length <= 200 ? clean : $"{clean[..197]}...";
    }
}
