using System.IO.Compression;

namespace Ksef.Client;

/// <summary>A ZIP archive with data descriptors, as every writer that streams produces.</summary>
internal sealed class ZipWriter(Stream destination) : ArchiveWriter
{
    private ZipArchive? _archive;

    public override async Task AddAsync(string entryName, Stream content, CancellationToken cancellationToken)
    {
        var archive = await OpenAsync(cancellationToken);
        await using var entry = await archive.CreateEntry(entryName, CompressionLevel.Optimal).OpenAsync(cancellationToken);
        await content.CopyToAsync(entry, cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        var archive = await OpenAsync(CancellationToken.None);
        await archive.DisposeAsync();
    }

    private async Task<ZipArchive> OpenAsync(CancellationToken cancellationToken) =>
        _archive ??= await ZipArchive.CreateAsync(destination, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
}
