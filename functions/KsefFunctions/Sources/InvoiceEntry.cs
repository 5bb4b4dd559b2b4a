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

    private string Ending => Path.GetExtension(Entry.FullName).ToUpperInvariant();

    /// <summary>Why it cannot be an invoice, by what the archive says of it; null when it may be one.</summary>
    public RecordedError? Refusal() => Misplaced()
        ?? (Ending != ".XML" ? ArchiveErrors.NotAnInvoiceEntry.Record(Name)
            : Entry.IsEncrypted ? ArchiveErrors.EncryptedArchive.Record(Name)
            : Entry.Length > SourceLimits.LargestInvoice ? TooLarge(SourceLimits.LargestInvoice)
            : null);

    /// <summary>Why it can be neither an invoice nor a company's data, by what the archive says of it; null when it may be either.</summary>
    public RecordedError? DataRefusal() => Misplaced()
        ?? (Entry.IsEncrypted ? ArchiveErrors.EncryptedArchive.Record(Name)
            : Entry.Length > SourceLimits.LargestPackedData ? TooLarge(SourceLimits.LargestPackedData)
            : null);

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

    /// <summary>Unpacks it where it can be read from any position, and compares length and CRC-32 likewise.</summary>
    /// <returns>Its bytes, from their beginning; null where it cannot be read, with the reason.</returns>
    public async Task<(Stream? Content, RecordedError? Refusal)> UnpackDataAsync(CancellationToken cancellationToken)
    {
        if (Entry.Length <= SourceLimits.LargestInvoice)
        {
            var (bytes, why) = await UnpackAsync(cancellationToken);
            return why is null ? (BinaryData.FromBytes(bytes).ToStream(), null) : (null, why);
        }

        var content = TemporaryFile.Create();
        if (await CopyAsync(content, cancellationToken) is { } refusal)
        {
            await content.DisposeAsync();
            return (null, refusal);
        }

        content.Position = 0;
        return (content, null);
    }

    private async Task<RecordedError?> CopyAsync(Stream content, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await Entry.OpenAsync(cancellationToken);
            var (crc, buffer) = (new Crc32(), new byte[65_536]);
            while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                crc.Append(buffer.AsSpan(0, read));
                await content.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                if (content.Length > Entry.Length)
                {
                    return ArchiveErrors.SuspiciousCompression.Record(Name);
                }
            }

            return content.Length == Entry.Length && crc.GetCurrentHashAsUInt32() == Entry.Crc32 ? null : ArchiveErrors.BrokenEntry.Record(Name);
        }
        catch (InvalidDataException)
        {
            return ArchiveErrors.BrokenEntry.Record(Name);
        }
    }

    private RecordedError? Misplaced() =>
        Entry.FullName.StartsWith('/') || Entry.FullName.StartsWith('\\') ? ArchiveErrors.LeadingSlash.Record(Name)
        : PointsOutside() ? ArchiveErrors.PathEscape.Record(Name)
        : ArchiveEndings.Contains(Ending) ? ArchiveErrors.NestedArchive.Record(Name)
        : null;

    // A colon is a right character of names; only after the letter of a drive does it lead out of the archive.
    private bool PointsOutside() =>
        Entry.FullName.Split('/', '\\').Contains("..")
        || (Entry.FullName.Length > 2 && char.IsAsciiLetter(Entry.FullName[0]) && Entry.FullName[1] == ':' && Entry.FullName[2] is '/' or '\\');

    // Regular content compresses well; only with a size that no invoice has is the ratio a reason to warn of an attack.
    private RecordedError TooLarge(long limit) => Entry.Length > Entry.CompressedLength * SourceLimits.SuspiciousRatio
        ? ArchiveErrors.SuspiciousCompression.Record(Name)
        : FileErrors.TooLarge.Record(Entry.Length, limit);
}
