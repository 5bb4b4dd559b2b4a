using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.IO;

namespace KsefFunctions.Storage;

/// <summary>
/// Content on its way into storage, in blocks of memory that are used again. Documents of a large package are megabytes long and are written
/// several times within seconds; as arrays, each would stay on the large object heap until the next full collection.
/// </summary>
internal static class PooledContent
{
    // The evidence or the result of ten thousand invoices, beside a document of the ledger; what is more goes back to the collector.
    private const long KeptBytes = 16 * 1024 * 1024;

    private static readonly RecyclableMemoryStreamManager Blocks = new(new RecyclableMemoryStreamManager.Options { MaximumSmallPoolFreeBytes = KeptBytes });

    /// <summary>An empty stream; disposing of it gives its blocks back, as with all of them.</summary>
    public static RecyclableMemoryStream Empty() => Blocks.GetStream();

    /// <summary>A value as JSON, at its start.</summary>
    public static Stream Json<T>(T value, JsonTypeInfo<T> type)
    {
        var content = Empty();
        JsonSerializer.Serialize(content, value, type);
        content.Position = 0;
        return content;
    }

    /// <summary>What a stream still holds, at its start: a stream that must be written more than once, or whose length must be known.</summary>
    public static async Task<Stream> CopyAsync(Stream source, CancellationToken cancellationToken)
    {
        var content = Empty();
        await source.CopyToAsync(content, cancellationToken);
        content.Position = 0;
        return content;
    }
}
