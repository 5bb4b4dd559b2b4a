using System.Formats.Tar;
using System.IO.Compression;

namespace Ksef.Client;

/// <summary>A tar archive under gzip.</summary>
internal sealed class TarGzWriter : ArchiveWriter
{
    private readonly GZipStream _gzip;
    private readonly TarWriter _tar;

    public TarGzWriter(Stream destination)
    {
        _gzip = new GZipStream(destination, CompressionLevel.Optimal, leaveOpen: true);
        _tar = new TarWriter(_gzip, TarEntryFormat.Pax, leaveOpen: true);
    }

    public override async Task AddAsync(string entryName, Stream content, CancellationToken cancellationToken)
    {
        // The header in front of an entry states its length, so what cannot tell its length is read first.
        await using var copy = content.CanSeek ? null : await ReadAsync(content, cancellationToken);
        await _tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, entryName) { DataStream = copy ?? content }, cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await _tar.DisposeAsync();
        await _gzip.DisposeAsync();
    }

    private static async Task<MemoryStream> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        copy.Position = 0;
        return copy;
    }
}
