using System.IO.Compression;

namespace Ksef.Client;

/// <summary>A ZIP archive with data descriptors, as every writer that streams produces.</summary>
internal sealed class ZipWriter : ArchiveWriter
{
    private const int BufferLength = 65_536;

    // Compressing is most of the work: a third of the time of the usual level, for a package that is a quarter longer.
    private const CompressionLevel Level = CompressionLevel.Fastest;

    private readonly byte[] _buffer = new byte[BufferLength];
    private readonly DeferringStream _destination;
    private readonly ZipArchive _archive;

    public ZipWriter(Stream destination)
    {
        _destination = new DeferringStream(destination);
        _archive = new ZipArchive(_destination, ZipArchiveMode.Create, leaveOpen: true);
    }

    public override async Task AddAsync(string entryName, Stream content, CancellationToken cancellationToken)
    {
        await using (var entry = await _archive.CreateEntry(entryName, Level).OpenAsync(cancellationToken))
        {
            await CopyAsync(content, entry, cancellationToken);
        }

        await _destination.PassOnAsync(cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await _archive.DisposeAsync();
        await _destination.PassOnAsync(CancellationToken.None);
        await _destination.DisposeAsync();
    }

    // Every read of a file goes through the thread pool, and an invoice is one read long: the end is not asked for where it is known.
    private async Task CopyAsync(Stream content, Stream entry, CancellationToken cancellationToken)
    {
        int read;
        while ((read = await content.ReadAsync(_buffer, cancellationToken)) > 0)
        {
            await entry.WriteAsync(_buffer.AsMemory(0, read), cancellationToken);
            if (content.CanSeek && content.Position >= content.Length)
            {
                return;
            }
        }
    }
}
