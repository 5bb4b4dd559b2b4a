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

    private async Task CopyAsync(Stream content, Stream entry, CancellationToken cancellationToken)
    {
        int read;
        while ((read = await ReadAsync(content, cancellationToken)) > 0)
        {
            await entry.WriteAsync(_buffer.AsMemory(0, read), cancellationToken);
        }
    }

    // Only Windows reads files asynchronously, and only those opened for it. Elsewhere some thread has to wait, and handing an invoice from
    // one thread to another costs more than reading it.
    private ValueTask<int> ReadAsync(Stream content, CancellationToken cancellationToken) =>
        content is FileStream file && !(file.IsAsync && OperatingSystem.IsWindows())
            ? ValueTask.FromResult(file.Read(_buffer))
            : content.ReadAsync(_buffer, cancellationToken);
}
