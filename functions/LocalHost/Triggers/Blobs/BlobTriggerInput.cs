using System.Reflection;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using LocalHost.Functions;

namespace LocalHost.Triggers.Blobs;

/// <summary>A blob on its way into a function.</summary>
internal sealed class BlobTriggerInput(BlobContainerClient container, string name, IReadOnlyDictionary<string, string> parts) : TriggerInput
{
    public override IReadOnlyDictionary<string, object?> BindingData { get; } = new Dictionary<string, object?>(
        parts.Select(part => KeyValuePair.Create(part.Key, (object?)part.Value)), StringComparer.OrdinalIgnoreCase)
    {
        ["BlobTrigger"] = $"{container.Name}/{name}",
        ["Uri"] = container.GetBlobClient(name).Uri,
    };

    public override async ValueTask<object?> BindTriggerAsync(ParameterInfo parameter, CancellationToken cancellationToken)
    {
        Type type = parameter.ParameterType;
        BlobClient blob = container.GetBlobClient(name);
        if (type == typeof(BlobClient) || type == typeof(BlobBaseClient))
        {
            return blob;
        }

        if (type == typeof(BlockBlobClient))
        {
            return container.GetBlockBlobClient(name);
        }

        return type == typeof(Stream)
            ? await blob.OpenReadAsync(cancellationToken: cancellationToken)
            : TextConversion.FromBody((await blob.DownloadContentAsync(cancellationToken)).Value.Content, type);
    }
}
