using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace LocalHost.Triggers.Blobs;

/// <summary>Which versions of blobs a function has dealt with: an empty blob each, whose name says it all.</summary>
internal sealed class BlobReceipts(BlobServiceClient blobs, string function, string container)
{
    private BlobContainerClient Hosts => blobs.GetBlobContainerClient("azure-webjobs-hosts");

    private string Prefix => $"blobreceipts/{function}/{container}/";

    public async Task<IReadOnlySet<BlobVersion>> LoadAsync(CancellationToken cancellationToken)
    {
        await Hosts.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var versions = new HashSet<BlobVersion>();
        await foreach (BlobItem item in Hosts.GetBlobsAsync(BlobTraits.None, BlobStates.None, Prefix, cancellationToken))
        {
            string rest = item.Name[Prefix.Length..];
            int slash = rest.IndexOf('/', StringComparison.Ordinal);
            versions.Add(new BlobVersion(rest[(slash + 1)..], $"\"{rest[..slash]}\""));
        }

        return versions;
    }

    public Task AddAsync(BlobVersion version, CancellationToken cancellationToken) =>
        Hosts.GetBlobClient($"{Prefix}{version.ETag.Trim('"')}/{version.Name}").UploadAsync(BinaryData.FromString(string.Empty), overwrite: true, cancellationToken);
}
