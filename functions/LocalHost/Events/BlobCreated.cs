using System.Text.Json.Serialization;

namespace LocalHost.Events;

/// <summary>
/// The event <c>Microsoft.Storage.BlobCreated</c> of Event Grid, with what the blob trigger reads of it. Source: "Azure Blob Storage as an Event
/// Grid source", Event Grid event schema.
/// </summary>
internal sealed record BlobCreated(string Id, string Subject, DateTimeOffset EventTime, BlobCreatedData Data)
{
    public string EventType { get; } = "Microsoft.Storage.BlobCreated";

    public string DataVersion { get; } = string.Empty;

    public string MetadataVersion { get; } = "1";
}

/// <param name="Url">Address of the blob.</param>
/// <param name="ETag">Version of the blob, without quotes.</param>
internal sealed record BlobCreatedData(Uri Url, [property: JsonPropertyName("eTag")] string ETag)
{
    public string Api { get; } = "PutBlob";

    public string BlobType { get; } = "BlockBlob";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<BlobCreated>))]
internal sealed partial class BlobCreatedJson : JsonSerializerContext;
