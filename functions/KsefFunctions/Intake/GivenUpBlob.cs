using System.Text.Json;
using System.Text.Json.Serialization;

namespace KsefFunctions.Intake;

/// <summary>
/// What the blob trigger writes into <c>webjobs-blobtrigger-poison</c> about a blob it gave up on, and what we add when we write it back to try
/// again later. Source: <c>BlobTriggerMessage</c> of the extension Azure.WebJobs.Storage.Blobs 5.3.
/// </summary>
/// <param name="BlobName">Name in the inbox.</param>
/// <param name="ETag">Its version when the trigger saw it; null in messages without it.</param>
/// <param name="FirstGivenUpAt">When it was found here first; null while only the trigger has written it.</param>
/// <param name="Tries">How often it has been taken in from here in vain.</param>
public sealed record GivenUpBlob(string BlobName, string? ETag = null, DateTimeOffset? FirstGivenUpAt = null, int Tries = 0)
{
    /// <exception cref="JsonException">The message names no blob.</exception>
    public static GivenUpBlob Parse(string message) =>
        JsonSerializer.Deserialize(message, GivenUpBlobJson.Default.GivenUpBlob) is { BlobName.Length: > 0 } blob
            ? blob
            : throw new JsonException("The message names no blob.");

    public string ToJson() => JsonSerializer.Serialize(this, GivenUpBlobJson.Default.GivenUpBlob);
}

/// <summary>JSON of the trigger's message; its names are in Pascal case.</summary>
[JsonSerializable(typeof(GivenUpBlob))]
internal sealed partial class GivenUpBlobJson : JsonSerializerContext;
