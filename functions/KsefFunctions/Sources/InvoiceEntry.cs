using System.IO.Compression;
using System.IO.Hashing;
using KsefFunctions.Errors;
using KsefFunctions.Storage;

namespace KsefFunctions.Sources;

/// <summary>An entry of an archive that should be an invoice.</summary>
/// <param name="Index">Its place among all entries of the archive.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Entry">The entry itself.</param>
internal sealed record InvoiceEntry(int Index, string Name, ZipArchiveEntry Entry)
{
    private static readonly string[] ArchiveEndings = [".ZIP", ".GZ", ".TAR", ".TGZ", ".7Z", ".RAR"];

    /// <summary>Why it cannot be an invoice, by what the archive says of it; null when it may be one.</summary>
    public RecordedError? Refusal()
    {
        var ending = Path.GetExtension(Entry.FullName).ToUpperInvariant();
        return Entry.FullName.StartsWith('/') || Entry.FullName.StartsWith('\\') ? ArchiveErrors.LeadingSlash.Record(Name)
            : PointsOutside() ? ArchiveErrors.PathEscape.Record(Name)
            : ArchiveEndings.Contains(ending) ? ArchiveErrors.NestedArchive.Record(Name)
            : ending != ".XML" ? ArchiveErrors.NotAnInvoiceEntry.Record(Name)
            : Entry.IsEncrypted ? ArchiveErrors.EncryptedArchive.Record(Name)
            : Entry.Length > SourceLimits.LargestInvoice ? TooLarge()
            : null;
    }

    /// <summary>Unpacks it, and compares length and CRC-32 with what the archive says: the framework's reader (.NET 10) never does.</summary>
    /// <returns>Its bytes; empty where it cannot be read, with the reason.</returns>
    public async Task<(ReadOnlyMemory<byte> Content, RecordedError? Refusal)> UnpackAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await Entry.OpenAsync(cancellationToken);
            var bytes = await BoundedRead.ToEndAsync(stream, (int)Entry.Length, SourceLimits.LargestInvoice, cancellationToken);
            return bytes is not { } content ? (default, ArchiveErrors.SuspiciousCompression.Record(Name))
                : content.Length == Entry.Length && Crc32.HashToUInt32(content.Span) == Entry.Crc32 ? (content, null)
                : (default, ArchiveErrors.BrokenEntry.Record(Name));
        }
        catch (InvalidDataException)
        {
            return (default, ArchiveErrors.BrokenEntry.Record(Name));
        }
    }

    /// <summary>Says so, where the entry could not be read because of the way it is compressed.</summary>
    public RecordedError? UnknownMethod(ZipDirectory directory) =>
        Index < directory.Methods.Count && !ZipDirectory.IsRead(directory.Methods[Index])
            ? ArchiveErrors.CompressionMethod.Record(Name, ZipDirectory.NameOf(directory.Methods[Index]))
            : null;

    // A colon is a right character of names; only after the letter of a drive does it lead out of the archive.
    private bool PointsOutside() =>
        Entry.FullName.Split('/', '\\').Contains("..")
        || (Entry.FullName.Length > 2 && char.IsAsciiLetter(Entry.FullName[0]) && Entry.FullName[1] == ':' && Entry.FullName[2] is '/' or '\\');

    // Regular content compresses well; only with a size that no invoice has is the ratio a reason to warn of an attack.
    private RecordedError TooLarge() => Entry.Length > Entry.CompressedLength * SourceLimits.SuspiciousRatio
        ? ArchiveErrors.SuspiciousCompression.Record(Name)
        : FileErrors.TooLarge.Record(Entry.Length, SourceLimits.LargestInvoice);
}
