using System.Text;
using KsefFunctions.Storage;

namespace KsefFunctions.Intake;

/// <summary>
/// Which version of each name in the inbox has been taken in: an empty blob <c>status/drops/{name}</c> for each, in the same
/// order as the inbox, so that the sweep compares both by reading each once.
/// </summary>
public sealed class DropIndex(InvoiceStorage storage)
{
    private const string Folder = "drops/";
    private const string ETagKey = "etag";

    // Only where the blob's own name had to be shortened.
    private const string NameKey = "name";

    /// <summary>Notes that this version of a blob has been taken in.</summary>
    public Task NoteAsync(string blobName, string etag, CancellationToken cancellationToken) => storage.ReplaceAsync(
        BlobArea.Status,
        NoteOf(blobName),
        ReadOnlyMemory<byte>.Empty,
        Metadata(blobName, etag),
        cancellationToken);

    /// <summary>True when this version of a blob has been taken in.</summary>
    public async Task<bool> HasAsync(string blobName, string etag, CancellationToken cancellationToken) =>
        await FindAsync(blobName, cancellationToken) is { } noted && noted.Is(etag);

    /// <summary>The version of a name that was taken in last; null when none is noted.</summary>
    public async Task<NotedDrop?> FindAsync(string blobName, CancellationToken cancellationToken) =>
        await storage.ReadAsync(BlobArea.Status, NoteOf(blobName), cancellationToken) is { } note
            ? new NotedDrop(blobName, note.Metadata[ETagKey], note.LastModified)
            : null;

    /// <summary>Everything that has been taken in, in the order of names.</summary>
    public IAsyncEnumerable<NotedDrop> ListAsync(CancellationToken cancellationToken) => storage.ListAsync(BlobArea.Status, Folder, cancellationToken)
        .Select(blob => new NotedDrop(NameOf(blob), blob.Metadata[ETagKey], blob.LastModified));

    /// <summary>Removes the note of a name that is in the inbox no more.</summary>
    public Task ForgetAsync(string blobName, CancellationToken cancellationToken) =>
        storage.DeleteAsync(BlobArea.Status, NoteOf(blobName), cancellationToken);

    private static string NoteOf(string blobName) => BlobNames.Fit(Folder, blobName, suffix: string.Empty);

    private static string NameOf(ListedBlob note) => note.Metadata.TryGetValue(NameKey, out var name)
        ? Encoding.UTF8.GetString(Convert.FromBase64String(name))
        : note.Name[Folder.Length..];

    private static Dictionary<string, string> Metadata(string blobName, string etag)
    {
        var metadata = new Dictionary<string, string> { [ETagKey] = Bare(etag) };
        if (NoteOf(blobName) != Folder + blobName)
        {
            metadata[NameKey] = Convert.ToBase64String(Encoding.UTF8.GetBytes(blobName));
        }

        return metadata;
    }

    internal static string Bare(string etag) => etag.Trim('"');
}

/// <summary>A drop that has been taken in.</summary>
/// <param name="BlobName">Name in the inbox.</param>
/// <param name="ETag">Version, without quotes.</param>
/// <param name="NotedAt">When it was noted.</param>
public sealed record NotedDrop(string BlobName, string ETag, DateTimeOffset NotedAt)
{
    /// <summary>Whether it is this version.</summary>
    /// <param name="etag">With quotes or without.</param>
    public bool Is(string etag) => ETag == DropIndex.Bare(etag);
}
