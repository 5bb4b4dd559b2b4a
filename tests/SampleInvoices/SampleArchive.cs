using System.IO.Compression;

namespace SampleInvoices;

/// <summary>ZIP archives of files of our own making.</summary>
public static class SampleArchive
{
    /// <summary>Entries carry this time, so that equal files make equal archives.</summary>
    private static readonly DateTimeOffset EntryTime = new(2026, 2, 2, 12, 0, 0, TimeSpan.Zero);

    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> files)
    {
        using var stream = new MemoryStream();
        WriteZip(stream, files);
        return stream.ToArray();
    }

    /// <summary>Writes while it enumerates: ten thousand invoices are never in memory at once.</summary>
    public static void WriteZip(Stream destination, IEnumerable<(string Name, byte[] Content)> files)
    {
        using var archive = new ZipArchive(destination, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in files)
        {
            var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
            entry.LastWriteTime = EntryTime;
            using var target = entry.Open();
            target.Write(content);
        }
    }

    /// <summary>Numbered invoices of one seller, each another one.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Invoices(SampleInvoice pattern, int count)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        for (var number = 1; number <= count; number++)
        {
            var invoice = pattern with { Number = $"{pattern.Number}-{number:D5}" };
            yield return ($"faktura-{number:D5}.xml", invoice.ToBytes());
        }
    }
}
