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

    /// <summary>Notes that this version of a blob has been taken in.</summary>
    public Task NoteAsync(string blobName, string etag, CancellationToken cancellationToken) => storage.ReplaceAsync(
        BlobArea.Status,
        Folder + blobName,
        ReadOnlyMemory<byte>.Empty,
        expected: null,
        new Dictionary<string, string> { [ETagKey] = Bare(etag) },
        cancellationToken);

    /// <summary>True when this version of a blob has been taken in.</summary>
    public async Task<bool> HasAsync(string blobName, string etag, CancellationToken cancellationToken) =>
        await storage.ReadAsync(BlobArea.Status, Folder + blobName, cancellationToken) is { } blob && blob.Metadata[ETagKey] == Bare(etag);

    /// <summary>Everything that has been taken in, in the order of names.</summary>
    public IAsyncEnumerable<NotedDrop> ListAsync(CancellationToken cancellationToken) => storage.ListAsync(BlobArea.Status, Folder, cancellationToken)
        .Select(blob => new NotedDrop(blob.Name[Folder.Length..], blob.Metadata[ETagKey], blob.LastModified));

    /// <summary>Removes the note of a name that is in the inbox no more.</summary>
    public Task ForgetAsync(string blobName, CancellationToken cancellationToken) =>
        storage.DeleteAsync(BlobArea.Status, Folder + blobName, cancellationToken);

    private static string Bare(string etag) => etag.Trim('"');
}

/// <summary>A drop that has been taken in.</summary>
/// <param name="BlobName">Name in the inbox.</param>
/// <param name="ETag">Version, without quotes.</param>
/// <param name="NotedAt">When it was noted.</param>
public sealed record NotedDrop(string BlobName, string ETag, DateTimeOffset NotedAt);
