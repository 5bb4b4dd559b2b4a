using System.Globalization;
using Azure;
using Azure.Storage.Blobs;

namespace LocalHost.Triggers.Timers;

/// <summary>Remembers when each timer last ran, so that an occurrence missed while the host was down is caught up with.</summary>
internal sealed class TimerStatusStore(BlobServiceClient blobs)
{
    private BlobContainerClient Container => blobs.GetBlobContainerClient("azure-webjobs-hosts");

    public async Task<DateTimeOffset?> GetLastAsync(string function, CancellationToken cancellationToken)
    {
        await Container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        try
        {
            BinaryData content = (await Blob(function).DownloadContentAsync(cancellationToken)).Value.Content;
            return DateTimeOffset.Parse(content.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    public Task SetLastAsync(string function, DateTimeOffset last, CancellationToken cancellationToken) =>
        Blob(function).UploadAsync(BinaryData.FromString(last.ToString("O", CultureInfo.InvariantCulture)), overwrite: true, cancellationToken);

    private BlobClient Blob(string function) => Container.GetBlobClient($"timers/{function}");
}
