using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalHost.Triggers.Blobs;

/// <summary>What the host puts into <c>webjobs-blobtrigger-poison</c> about a blob that a function could not handle.</summary>
internal sealed record PoisonBlob(string FunctionId, string BlobType, string ContainerName, string BlobName, string ETag)
{
    public const string QueueName = "webjobs-blobtrigger-poison";

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, PoisonBlobJson.Default.PoisonBlob);
}

[JsonSerializable(typeof(PoisonBlob))]
internal sealed partial class PoisonBlobJson : JsonSerializerContext;
