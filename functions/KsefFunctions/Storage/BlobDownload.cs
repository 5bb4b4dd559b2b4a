using Azure;

namespace KsefFunctions.Storage;

/// <summary>A blob on its way in. The stream is read once, from start to end.</summary>
public sealed record BlobDownload(Stream Content, ETag ETag, long Length, IDictionary<string, string> Metadata) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
