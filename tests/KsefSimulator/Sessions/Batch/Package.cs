using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using KsefSimulator.Limits;
using KsefSimulator.Storage;

namespace KsefSimulator.Sessions.Batch;

/// <summary>A file out of a package. Content longer than the largest invoice allowed is cut one byte after that.</summary>
internal sealed record PackageEntry(string Name, byte[] Content, string Hash);

/// <summary>A decrypted package, read entry by entry; no entry is ever written to a path of its own, and none is unpacked beyond the largest invoice allowed.</summary>
internal sealed class Package(Stream archive, string compressionType) : IDisposable
{
    private const int MaxNameLength = 128;

    /// <exception cref="PackageFailure">430 not an archive; 420 too many files.</exception>
    public IEnumerable<PackageEntry> Entries(SessionLimits limits)
    {
        var largest = limits.MaxInvoiceWithAttachmentSizeInMB * SessionLimits.BytesPerMegabyte;
        using var entries = (compressionType == CompressionType.TarGz ? FromTar(largest) : FromZip(largest)).GetEnumerator();
        for (var count = 1; Next(entries); count++)
        {
            yield return count <= limits.MaxInvoices ? entries.Current : throw new PackageFailure(PackageFailure.TooManyInvoices);
        }
    }

    public void Dispose() => archive.Dispose();

    private static bool Next(IEnumerator<PackageEntry> entries)
    {
        try
        {
            return entries.MoveNext();
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or NotSupportedException or FormatException or IOException)
        {
            throw new PackageFailure(PackageFailure.NotAnArchive);
        }
    }

    private IEnumerable<PackageEntry> FromZip(int largest)
    {
        using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            using var content = entry.Open();
            yield return Read(entry.FullName, content, largest);
        }
    }

    private IEnumerable<PackageEntry> FromTar(int largest)
    {
        using var gzip = new GZipStream(archive, CompressionMode.Decompress, leaveOpen: true);
        using var tar = new TarReader(gzip, leaveOpen: true);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
            {
                yield return Read(entry.Name, entry.DataStream ?? Stream.Null, largest);
            }
        }
    }

    private static PackageEntry Read(string name, Stream content, int largest)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[8192];
        while (buffer.Length <= largest && content.Read(chunk) is var read and > 0)
        {
            buffer.Write(chunk.AsSpan(0, (int)Math.Min(read, largest + 1 - buffer.Length)));
        }

        var bytes = buffer.ToArray();
        return new PackageEntry(name.Length <= MaxNameLength ? name : name[..MaxNameLength], bytes, Convert.ToBase64String(SHA256.HashData(bytes)));
    }
}
