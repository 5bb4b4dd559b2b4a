using System.IO.Compression;

namespace Ksef.Client;

/// <summary>A ZIP archive with data descriptors, as every writer that streams produces.</summary>
internal sealed class ZipWriter : ArchiveWriter
{
    private readonly DeferringStream _destination;
    private readonly ZipArchive _archive;

    public ZipWriter(Stream destination)
    {
        _destination = new DeferringStream(destination);
        _archive = new ZipArchive(_destination, ZipArchiveMode.Create, leaveOpen: true);
    }

    public override async Task AddAsync(string entryName, Stream content, CancellationToken cancellationToken)
    {
        await using (var entry = await _archive.CreateEntry(entryName, CompressionLevel.Optimal).OpenAsync(cancellationToken))
        {
            await content.CopyToAsync(entry, cancellationToken);
        }

        await _destination.PassOnAsync(cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await _archive.DisposeAsync();
        await _destination.PassOnAsync(CancellationToken.None);
        await _destination.DisposeAsync();
    }
}
