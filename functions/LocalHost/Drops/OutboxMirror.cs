using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using KsefFunctions.Storage;

namespace LocalHost.Drops;

/// <summary>Copies the outbox into a folder, file by file as they appear and change. It never deletes anything there.</summary>
internal sealed class OutboxMirror(BlobServiceClient blobs, string directory)
{
    private readonly BlobContainerClient _outbox = blobs.GetBlobContainerClient(ContainerNames.Outbox);
    private readonly string _root = Path.GetFullPath(directory);
    private readonly Dictionary<string, ETag> _copied = new(StringComparer.Ordinal);

    /// <summary>Copies what is new.</summary>
    public async Task CopyAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_root);
        var changed = new List<(string Name, ETag Tag)>();
        await foreach (BlobItem blob in _outbox.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (blob.Properties.ETag is { } tag && (!_copied.TryGetValue(blob.Name, out ETag copied) || copied != tag))
            {
                changed.Add((blob.Name, tag));
            }
        }

        foreach ((string name, ETag tag) in changed)
        {
            if (TargetOf(_root, name) is { } target)
            {
                await CopyAsync(name, target, cancellationToken);
            }

            _copied[name] = tag;
        }
    }

    // A blob may be called anything: only what stays below the folder is written.
    internal static string? TargetOf(string root, string name)
    {
        string target = Path.GetFullPath(Path.Combine(root, FileNames.Of(name)));
        return target.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? target : null;
    }

    // Written aside first: whoever watches the folder never sees half a file.
    private async Task CopyAsync(string name, string target, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        string aside = target + FileNames.Unfinished;
        await _outbox.GetBlobClient(name).DownloadToAsync(aside, cancellationToken);
        File.Move(aside, target, overwrite: true);
    }
}
