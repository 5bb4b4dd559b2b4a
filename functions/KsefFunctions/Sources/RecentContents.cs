using Microsoft.Extensions.Caching.Memory;

namespace KsefFunctions.Sources;

/// <summary>
/// Bytes of small files that this process has put into the archive a moment ago: most are checked and sent here within seconds. The name in the archive
/// contains the hash of the bytes, and what lies there never changes, so what is found here is what would be read there.
/// </summary>
public sealed class RecentContents : IDisposable
{
    private const long MostBytes = 16 * 1024 * 1024;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _contents = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>Keeps what was archived for a while, if there is room.</summary>
    public void Keep(string archived, BinaryData content) =>
        _contents.Set(archived, content, new MemoryCacheEntryOptions { Size = content.ToMemory().Length, AbsoluteExpirationRelativeToNow = KeptFor });

    /// <summary>What was archived under a name; null when it must be read.</summary>
    public BinaryData? Find(string archived) => _contents.Get<BinaryData>(archived);

    public void Dispose() => _contents.Dispose();
}
