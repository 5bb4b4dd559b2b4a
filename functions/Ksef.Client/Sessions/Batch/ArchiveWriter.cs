namespace Ksef.Client;

/// <summary>Writes one format of archive to a stream that cannot seek. Disposing of it writes the end of the archive.</summary>
internal abstract class ArchiveWriter : IAsyncDisposable
{
    public static ArchiveWriter Create(CompressionType compression, Stream destination) => compression switch
    {
        CompressionType.Zip => new ZipWriter(destination),
        CompressionType.TarGz => new TarGzWriter(destination),
        _ => throw new ArgumentOutOfRangeException(nameof(compression), compression, "KSeF knows Zip and TarGz."),
    };

    public abstract Task AddAsync(string entryName, Stream content, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
